package io.gabbro.column.segment;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntervalVector;

/**
 * Whether values are the same to the last bit. SQL takes more of them for equal: 0 and -0, or one
 * month and 30 days; but a segment gives back what went in.
 */
final class Identity {
  private Identity() {}

  /** Whether two rows, neither of them NULL, hold the same value. */
  static boolean same(ColumnVector values, int row, int other) {
    return switch (values.kind()) {
      case DOUBLE -> {
        double[] doubles = ((DoubleVector) values).values();
        yield Double.doubleToRawLongBits(doubles[row])
            == Double.doubleToRawLongBits(doubles[other]);
      }
      case INTERVAL -> {
        Object[] intervals = ((IntervalVector) values).values();
        yield intervals[row].equals(intervals[other]);
      }
      case BOOLEAN, INT, LONG, DECIMAL, BYTES -> values.equalValues(row, values, other);
    };
  }
}
