package io.gabbro.key;

import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Extreme and random values of each type. */
public final class TestColumns {
  private static final long[] LONGS = {
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    Integer.MIN_VALUE,
    -257,
    -256,
    -255,
    -2,
    -1,
    0,
    1,
    2,
    127,
    128,
    255,
    256,
    65_535,
    65_536,
    Integer.MAX_VALUE,
    Long.MAX_VALUE - 1,
    Long.MAX_VALUE
  };
  private static final double[] DOUBLES = {
    Double.NEGATIVE_INFINITY,
    -Double.MAX_VALUE,
    -1.5,
    -Float.MIN_VALUE,
    -0.0,
    0.0,
    Float.MIN_VALUE,
    1.5,
    Float.MAX_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };
  private static final byte[][] STRINGS = {
    {},
    {0},
    {0, 0},
    {0, 1},
    {0, (byte) 0xFF},
    {1},
    {'a'},
    {'a', 0},
    {'a', 0, 'b'},
    {'a', 1},
    {'a', 'b'},
    {(byte) 0xFE},
    {(byte) 0xFF},
    {(byte) 0xFF, 0},
    {(byte) 0xFF, (byte) 0xFF},
    {1, 2, 3, 4, 5, 6, 7, 0, 9, 10, 11, 12, 13, 14, 15, 16, 0}
  };
  static final BigInteger GREATEST_DECIMAL = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);

  private TestColumns() {}

  /** Types of every kind that tables can have. */
  public static List<SqlType> types() {
    return List.of(
        SqlType.BOOLEAN,
        SqlType.TINYINT,
        SqlType.SMALLINT,
        SqlType.INTEGER,
        SqlType.BIGINT,
        SqlType.REAL,
        SqlType.DOUBLE,
        SqlType.numeric(10, 2),
        SqlType.numeric(38, 5),
        SqlType.character(4),
        SqlType.TEXT,
        SqlType.BYTEA,
        SqlType.DATE,
        SqlType.TIME,
        SqlType.TIMESTAMP,
        SqlType.TIMESTAMP_WITH_TIME_ZONE,
        SqlType.UUID);
  }

  /** A vector of values: the extremes of the type first, then random ones, in places equal ones. */
  public static ColumnVector column(SqlType type, int rows, boolean withNulls, Random random) {
    ColumnVector column = ColumnVector.allocate(type.vectorKind(), rows);
    for (int row = 0; row < rows; row++) {
      if (withNulls && random.nextInt(6) == 0) {
        column.setNull(row);
      } else {
        setValue(type, column, row, random);
      }
    }
    return column;
  }

  private static void setValue(SqlType type, ColumnVector column, int row, Random random) {
    switch (type.vectorKind()) {
      case BOOLEAN -> ((BooleanVector) column).values()[row] = random.nextBoolean();
      case INT -> ((IntVector) column).values()[row] = intOf(type, anyLong(row, random));
      case LONG -> ((LongVector) column).values()[row] = anyLong(row, random);
      case DOUBLE -> ((DoubleVector) column).values()[row] = doubleOf(type, row, random);
      case DECIMAL -> ((DecimalVector) column).set(row, decimalOf(type, row, random));
      case BYTES ->
          ((BytesVector) column)
              .set(row, type.equals(SqlType.UUID) ? uuid(random) : string(row, random));
      default -> throw new IllegalArgumentException(type.toString());
    }
  }

  private static long anyLong(int row, Random random) {
    if (row < LONGS.length) {
      return LONGS[row];
    }
    return random.nextBoolean() ? random.nextInt(20) - 10 : random.nextLong() >> random.nextInt(64);
  }

  private static int intOf(SqlType type, long value) {
    return switch (type.kind()) {
      case TINYINT -> (byte) value;
      case SMALLINT -> (short) value;
      default -> (int) value;
    };
  }

  private static double doubleOf(SqlType type, int row, Random random) {
    double value =
        row < DOUBLES.length
            ? DOUBLES[row]
            : random.nextBoolean()
                ? random.nextInt(5) / 2.0
                : Double.longBitsToDouble(random.nextLong());
    return type.equals(SqlType.REAL) ? (float) value : value;
  }

  private static BigInteger decimalOf(SqlType type, int row, Random random) {
    if (type.length() <= 18) {
      return BigInteger.valueOf(anyLong(row, random) % 1_000_000_000_000_000_000L);
    }
    return switch (row) {
      case 0 -> GREATEST_DECIMAL;
      case 1 -> GREATEST_DECIMAL.negate();
      case 2 -> BigInteger.ONE.shiftLeft(64);
      case 3 -> BigInteger.ONE.shiftLeft(64).negate();
      case 4 -> BigInteger.ONE.shiftLeft(63);
      case 5 -> BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE).negate();
      default ->
          random.nextBoolean()
              ? BigInteger.valueOf(anyLong(row, random))
              : new BigInteger(random.nextInt(126), random).multiply(sign(random));
    };
  }

  private static BigInteger sign(Random random) {
    return random.nextBoolean() ? BigInteger.ONE : BigInteger.ONE.negate();
  }

  private static byte[] uuid(Random random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      java.util.Arrays.fill(bytes, 0, random.nextInt(17), (byte) 0);
    }
    return bytes;
  }

  private static byte[] string(int row, Random random) {
    if (row < STRINGS.length) {
      return STRINGS[row];
    }
    byte[] bytes = new byte[random.nextInt(20)];
    byte[] alphabet = {0, 1, 'a', 'b', (byte) 0xC3, (byte) 0xFF};
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = alphabet[random.nextInt(alphabet.length)];
    }
    return bytes;
  }
}
