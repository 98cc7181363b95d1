package io.gabbro.function;

import io.gabbro.type.Interval;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.IntervalVector;
import io.gabbro.vector.LongVector;

/** The values of a vector whose kind is known from its type. */
public final class Vectors {
  private Vectors() {}

  /** The values of BOOLEAN. */
  public static boolean[] booleans(ColumnVector vector) {
    return ((BooleanVector) vector).values();
  }

  /** The values of TINYINT, SMALLINT, INTEGER and DATE. */
  public static int[] ints(ColumnVector vector) {
    return ((IntVector) vector).values();
  }

  /** The values of BIGINT, TIME and the timestamps. */
  public static long[] longs(ColumnVector vector) {
    return ((LongVector) vector).values();
  }

  /** The values of REAL and DOUBLE PRECISION. */
  public static double[] doubles(ColumnVector vector) {
    return ((DoubleVector) vector).values();
  }

  /** The values of NUMERIC. */
  public static DecimalVector decimals(ColumnVector vector) {
    return (DecimalVector) vector;
  }

  /** The values of strings and UUID. */
  public static BytesVector bytes(ColumnVector vector) {
    return (BytesVector) vector;
  }

  /** The values of INTERVAL. */
  public static Interval[] intervals(ColumnVector vector) {
    return ((IntervalVector) vector).values();
  }
}
