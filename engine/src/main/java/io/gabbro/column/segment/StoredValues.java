package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.type.Interval;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.IntervalVector;
import io.gabbro.vector.LongVector;

/** Vectors without NULLs as parts of segments: bounds, dictionaries, values of runs. */
final class StoredValues {
  private StoredValues() {}

  /** The word at a row of INT, LONG or narrow DECIMAL. */
  static long word(ColumnVector values, int row) {
    return switch (values.kind()) {
      case INT -> ((IntVector) values).values()[row];
      case LONG -> ((LongVector) values).values()[row];
      default -> ((DecimalVector) values).low()[row];
    };
  }

  /** A vector of words. */
  static ColumnVector ofWords(VectorKind kind, long... words) {
    ColumnVector values = ColumnVector.allocate(kind, words.length);
    for (int row = 0; row < words.length; row++) {
      switch (kind) {
        case INT -> ((IntVector) values).values()[row] = (int) words[row];
        case LONG -> ((LongVector) values).values()[row] = words[row];
        default -> ((DecimalVector) values).set(row, words[row]);
      }
    }
    return values;
  }

  /** A copy of some rows of a vector, none of them NULL, behind each other. */
  static ColumnVector copy(ColumnVector source, int[] rows, int count) {
    ColumnVector values = ColumnVector.allocate(source.kind(), count);
    if (source instanceof BytesVector bytes) {
      int total = 0;
      for (int index = 0; index < count; index++) {
        total = Math.addExact(total, bytes.length(rows[index]));
      }
      ((BytesVector) values).reserve(total);
    } else if (source instanceof DecimalVector decimals && decimals.isWide()) {
      ((DecimalVector) values).widen();
    }
    for (int index = 0; index < count; index++) {
      values.copyRow(index, source, rows[index]);
    }
    return values;
  }

  static long memoryBytes(ColumnVector values) {
    return 64 + values.memoryBytes();
  }

  /** Appends the first values. */
  static void write(ColumnVector values, int count, ByteBuilder out) {
    if (values instanceof BytesVector bytes) {
      for (int row = 0; row < count; row++) {
        out.putIntLittle(bytes.length(row));
      }
    }
    for (int row = 0; row < count; row++) {
      switch (values.kind()) {
        case BOOLEAN -> out.putByte(((BooleanVector) values).values()[row] ? 1 : 0);
        case INT -> out.putIntLittle(((IntVector) values).values()[row]);
        case LONG -> out.putLongLittle(((LongVector) values).values()[row]);
        case DOUBLE ->
            out.putLongLittle(Double.doubleToRawLongBits(((DoubleVector) values).values()[row]));
        case DECIMAL -> writeDecimal((DecimalVector) values, row, out);
        case BYTES -> {
          BytesVector bytes = (BytesVector) values;
          out.put(bytes.data(), bytes.start(row), bytes.length(row));
        }
        case INTERVAL -> {
          Interval interval = ((IntervalVector) values).values()[row];
          out.putIntLittle(interval.months());
          out.putIntLittle(interval.days());
          out.putLongLittle(interval.micros());
        }
      }
    }
  }

  private static void writeDecimal(DecimalVector values, int row, ByteBuilder out) {
    out.putLongLittle(values.low()[row]);
    if (values.isWide()) {
      out.putLongLittle(values.high()[row]);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param wide whether a DECIMAL has two words
   */
  static ColumnVector read(VectorKind kind, boolean wide, int count, SegmentInput in) {
    if (kind == VectorKind.BYTES) {
      return readBytes(count, in);
    }
    in.checkRemaining((long) count * width(kind, wide));
    ColumnVector values = ColumnVector.allocate(kind, count);
    if (wide) {
      ((DecimalVector) values).widen();
    }
    for (int row = 0; row < count; row++) {
      switch (kind) {
        case BOOLEAN -> ((BooleanVector) values).values()[row] = in.bool();
        case INT -> ((IntVector) values).values()[row] = in.intValue();
        case LONG -> ((LongVector) values).values()[row] = in.longValue();
        case DOUBLE ->
            ((DoubleVector) values).values()[row] = Double.longBitsToDouble(in.longValue());
        case DECIMAL -> {
          long low = in.longValue();
          ((DecimalVector) values).set(row, wide ? in.longValue() : low >> 63, low);
        }
        case INTERVAL ->
            ((IntervalVector) values).values()[row] =
                new Interval(in.intValue(), in.intValue(), in.longValue());
        case BYTES -> throw new IllegalStateException();
      }
    }
    return values;
  }

  private static int width(VectorKind kind, boolean wide) {
    return switch (kind) {
      case BOOLEAN -> 1;
      case INT -> Integer.BYTES;
      case LONG, DOUBLE -> Long.BYTES;
      case DECIMAL -> wide ? 2 * Long.BYTES : Long.BYTES;
      case BYTES, INTERVAL -> 2 * Long.BYTES;
    };
  }

  private static ColumnVector readBytes(int count, SegmentInput in) {
    int[] lengths = in.ints(count);
    long total = 0;
    for (int length : lengths) {
      in.check(length >= 0);
      total += length;
    }
    in.checkRemaining(total);
    BytesVector values = new BytesVector(count);
    byte[] data = values.reserve((int) total);
    for (int row = 0; row < count; row++) {
      in.copy(data, values.used(), lengths[row]);
      values.endValue(row, lengths[row]);
    }
    return values;
  }
}
