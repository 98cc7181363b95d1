package io.gabbro.column.segment;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntervalVector;
import java.util.Arrays;

/** The encodings of values that are not words. */
final class ValueCandidates extends EncodingCandidates {
  /** Values longer than this are not kept as bounds. */
  private static final int MAX_BOUND_BYTES = 64;

  private final ColumnVector values;
  private final int rows;
  private final NullBitmap nulls;
  private final int[] starts;
  private final int[] firstRows;
  private final int runs;
  private DictionaryBuilder dictionary;

  ValueCandidates(ColumnVector values, int rows, NullBitmap nulls) {
    this.values = values;
    this.rows = rows;
    this.nulls = nulls;
    starts = new int[rows];
    firstRows = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      boolean isNull = nulls != null && nulls.isNull(row);
      if (!isNull && (count == 0 || !Identity.same(values, firstRows[count - 1], row))) {
        starts[count] = count == 0 ? 0 : row;
        firstRows[count++] = row;
      }
    }
    runs = count;
  }

  @Override
  long cost(Encoding encoding) {
    if (runs == 0 && encoding != Encoding.CONSTANT) {
      return IMPOSSIBLE;
    }
    return switch (encoding) {
      case CONSTANT -> runs <= 1 ? 0 : IMPOSSIBLE;
      case RUN_LENGTH -> runLengthCost();
      case DICTIONARY -> dictionaryCost();
      case FRAME_OF_REFERENCE, DELTA -> IMPOSSIBLE;
      case PLAIN -> plainCost();
    };
  }

  private long plainCost() {
    return switch (values.kind()) {
      case BOOLEAN -> rows / Byte.SIZE + 1;
      case BYTES -> (long) Integer.BYTES * rows + bytesOf(null, rows);
      default -> (long) rows * width();
    };
  }

  /** The bytes of a value without its content, in the plain form. */
  private int width() {
    return switch (values.kind()) {
      case BOOLEAN -> 1;
      case DOUBLE -> Double.BYTES;
      case DECIMAL, INTERVAL, INT, LONG -> 2 * Long.BYTES;
      case BYTES -> 2 * Integer.BYTES;
    };
  }

  /** The length of the byte strings in some rows, null for the first ones. */
  private long bytesOf(int[] some, int count) {
    if (!(values instanceof BytesVector bytes)) {
      return 0;
    }
    long total = 0;
    for (int index = 0; index < count; index++) {
      int row = some == null ? index : some[index];
      total += nulls != null && nulls.isNull(row) ? 0 : bytes.length(row);
    }
    return total;
  }

  private long runLengthCost() {
    // Twice, for a dictionary of as many bytes can be filtered and grouped by its codes.
    return 2 * ((Integer.BYTES + 1L + width()) * runs + bytesOf(firstRows, runs));
  }

  private long dictionaryCost() {
    if (values.kind() == VectorKind.BOOLEAN) {
      return IMPOSSIBLE;
    }
    if (dictionary == null) {
      int limit = Math.min(rows, Codes.MAX_ENTRIES);
      dictionary = new DictionaryBuilder(values, rows, nulls, limit);
    }
    int entries = dictionary.entries();
    long bytes =
        (long) rows * Codes.width(entries)
            + (1L + width()) * entries
            + bytesOf(dictionary.rows(), entries);
    return entries == 0 ? IMPOSSIBLE : values.kind() == VectorKind.BYTES ? bytes : slower(bytes);
  }

  @Override
  Segment build(Encoding encoding) {
    SegmentShape shape = new SegmentShape(values.kind(), rows, nulls, bounds());
    return switch (encoding) {
      case CONSTANT -> new ConstantValues(shape, StoredValues.copy(values, firstRows, runs));
      case RUN_LENGTH -> {
        Runs placed = new Runs(Arrays.copyOf(starts, runs), rows);
        yield new RunLengthValues(shape, placed, StoredValues.copy(values, firstRows, runs));
      }
      case DICTIONARY -> new DictionaryValues(shape, dictionary.build());
      default -> plain(shape);
    };
  }

  private Segment plain(SegmentShape shape) {
    return switch (values.kind()) {
      case BOOLEAN -> PlainBooleans.of(shape, (BooleanVector) values);
      case DOUBLE -> PlainDoubles.of(shape, (DoubleVector) values);
      case DECIMAL -> PlainDecimals.of(shape, (DecimalVector) values);
      case BYTES -> PlainBytes.of(shape, (BytesVector) values);
      case INTERVAL -> PlainIntervals.of(shape, (IntervalVector) values);
      case INT, LONG -> throw new IllegalStateException("words");
    };
  }

  private ColumnVector bounds() {
    if (runs == 0) {
      return null;
    }
    int[] bounds = {firstRows[0], firstRows[0]};
    for (int run = 1; run < runs; run++) {
      int row = firstRows[run];
      bounds[0] = values.compare(row, values, bounds[0]) < 0 ? row : bounds[0];
      bounds[1] = values.compare(row, values, bounds[1]) > 0 ? row : bounds[1];
    }
    if (values instanceof BytesVector bytes
        && Math.max(bytes.length(bounds[0]), bytes.length(bounds[1])) > MAX_BOUND_BYTES) {
      return null;
    }
    return StoredValues.copy(values, bounds, 2);
  }
}
