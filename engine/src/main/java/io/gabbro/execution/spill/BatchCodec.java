package io.gabbro.execution.spill;

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
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Batches as bytes, most significant byte first. The form lives as long as the process: files are
 * never read by another.
 *
 * <pre>
 * batch  := rows (4 bytes) column*
 * column := flags (1 byte: 1 there are NULLs, 2 decimals have two words)
 *           NULLs (a byte each, if there are any) values
 * values := what the kind needs for each row, NULL or not; BYTES: all lengths, then all bytes
 * </pre>
 */
final class BatchCodec {
  private static final int HAS_NULLS = 1;
  private static final int IS_WIDE = 2;
  private static final Interval ZERO = new Interval(0, 0, 0);

  private BatchCodec() {}

  /** Appends the selected rows of a batch. */
  static void encode(RowBatch batch, Selection rows, ByteBuilder target) {
    target.putInt(rows.count());
    for (int column = 0; column < batch.columnCount(); column++) {
      encode(batch.column(column), rows, target);
    }
  }

  private static void encode(ColumnVector vector, Selection rows, ByteBuilder target) {
    boolean wide = vector instanceof DecimalVector decimals && decimals.isWide();
    target.putByte((vector.mayHaveNulls() ? HAS_NULLS : 0) | (wide ? IS_WIDE : 0));
    if (vector.mayHaveNulls()) {
      for (int index = 0; index < rows.count(); index++) {
        target.putByte(vector.isNull(rows.position(index)) ? 1 : 0);
      }
    }
    if (vector instanceof BytesVector bytes) {
      encodeBytes(bytes, rows, target);
      return;
    }
    for (int index = 0; index < rows.count(); index++) {
      encodeFixed(vector, rows.position(index), wide, target);
    }
  }

  private static void encodeBytes(BytesVector vector, Selection rows, ByteBuilder target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      target.putInt(vector.isNull(row) ? 0 : vector.length(row));
    }
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (!vector.isNull(row)) {
        target.put(vector.data(), vector.start(row), vector.length(row));
      }
    }
  }

  private static void encodeFixed(ColumnVector vector, int row, boolean wide, ByteBuilder target) {
    switch (vector.kind()) {
      case BOOLEAN -> target.putByte(((BooleanVector) vector).values()[row] ? 1 : 0);
      case INT -> target.putInt(((IntVector) vector).values()[row]);
      case LONG -> target.putLong(((LongVector) vector).values()[row]);
      case DOUBLE ->
          target.putLong(Double.doubleToRawLongBits(((DoubleVector) vector).values()[row]));
      case DECIMAL -> {
        DecimalVector decimals = (DecimalVector) vector;
        target.putLong(decimals.low()[row]);
        if (wide) {
          target.putLong(decimals.high()[row]);
        }
      }
      case INTERVAL -> {
        Interval interval = vector.isNull(row) ? ZERO : ((IntervalVector) vector).values()[row];
        target.putInt(interval.months());
        target.putInt(interval.days());
        target.putLong(interval.micros());
      }
      case BYTES -> throw new IllegalStateException("not of fixed width");
    }
  }

  /**
   * Decodes a batch.
   *
   * @param columns where the values go; reset
   * @return the number of rows
   */
  static int decode(ByteBuffer source, ColumnVector[] columns) {
    int rows = source.getInt();
    for (ColumnVector column : columns) {
      column.reset();
      column.ensureCapacity(rows);
      decode(source, column, rows);
    }
    return rows;
  }

  private static void decode(ByteBuffer source, ColumnVector vector, int rows) {
    int flags = source.get();
    if ((flags & HAS_NULLS) != 0) {
      boolean[] nulls = vector.startNulls();
      for (int row = 0; row < rows; row++) {
        nulls[row] = source.get() != 0;
      }
    }
    if (vector instanceof BytesVector bytes) {
      decodeBytes(source, bytes, rows);
      return;
    }
    boolean wide = (flags & IS_WIDE) != 0;
    for (int row = 0; row < rows; row++) {
      decodeFixed(source, vector, row, wide);
    }
  }

  private static void decodeBytes(ByteBuffer source, BytesVector vector, int rows) {
    int[] starts = vector.starts();
    int[] lengths = vector.lengths();
    int start = 0;
    for (int row = 0; row < rows; row++) {
      starts[row] = start;
      lengths[row] = source.getInt();
      start += lengths[row];
    }
    source.get(vector.reserve(start), 0, start);
  }

  private static void decodeFixed(ByteBuffer source, ColumnVector vector, int row, boolean wide) {
    switch (vector.kind()) {
      case BOOLEAN -> ((BooleanVector) vector).values()[row] = source.get() != 0;
      case INT -> ((IntVector) vector).values()[row] = source.getInt();
      case LONG -> ((LongVector) vector).values()[row] = source.getLong();
      case DOUBLE ->
          ((DoubleVector) vector).values()[row] = Double.longBitsToDouble(source.getLong());
      case DECIMAL -> {
        long low = source.getLong();
        ((DecimalVector) vector).set(row, wide ? source.getLong() : low >> 63, low);
      }
      case INTERVAL ->
          ((IntervalVector) vector).values()[row] =
              new Interval(source.getInt(), source.getInt(), source.getLong());
      case BYTES -> throw new IllegalStateException("not of fixed width");
    }
  }

  /** Vectors of these kinds, without room yet. */
  static ColumnVector[] allocate(List<VectorKind> kinds) {
    List<ColumnVector> vectors = new ArrayList<>();
    kinds.forEach(kind -> vectors.add(ColumnVector.allocate(kind, 0)));
    return vectors.toArray(ColumnVector[]::new);
  }
}
