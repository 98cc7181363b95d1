package io.gabbro.serializer.foryrow;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.serializer.foryrow.ForyRowType.Scalar;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.function.IntConsumer;

/**
 * Reads fields of 32 and 64 bits that lie in the rows themselves, one loop a type.
 *
 * @param values the bytes of the block
 * @param offsets where each row starts, and ends
 * @param column the column
 * @param other reads a row that is null, bad or too short
 */
record RootFields(byte[] values, int[] offsets, RowColumn column, IntConsumer other) {
  /** Reads the selected rows; false when there is no loop for the column. */
  boolean read(Selection rows, ColumnVector target) {
    ForyRowType type = column.shown().type();
    if (column.ordinals().length > 1) {
      return false;
    }
    if (type == Scalar.INT32 && target instanceof IntVector ints) {
      readInts(rows, ints.values());
    } else if (type == Scalar.INT64 && target instanceof LongVector longs) {
      readLongs(rows, longs.values());
    } else if (type == Scalar.FLOAT64 && target instanceof DoubleVector doubles) {
      readDoubles(rows, doubles.values());
    } else {
      return false;
    }
    return true;
  }

  private void readInts(Selection rows, int[] target) {
    int place = column.places()[0];
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      if (isThere(row)) {
        target[row] = LittleEndian.getInt(values, offsets[row] + place);
      } else {
        other.accept(row);
      }
    }
  }

  private void readLongs(Selection rows, long[] target) {
    int place = column.places()[0];
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      if (isThere(row)) {
        target[row] = LittleEndian.getLong(values, offsets[row] + place);
      } else {
        other.accept(row);
      }
    }
  }

  private void readDoubles(Selection rows, double[] target) {
    int place = column.places()[0];
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      if (isThere(row)) {
        target[row] = Double.longBitsToDouble(LittleEndian.getLong(values, offsets[row] + place));
      } else {
        other.accept(row);
      }
    }
  }

  private boolean isThere(int row) {
    int start = offsets[row];
    int ordinal = column.ordinals()[0];
    return offsets[row + 1] - start >= column.needed()[0]
        && (values[start + (ordinal >> 3)] >> (ordinal & 7) & 1) == 0;
  }
}
