package io.gabbro.serializer.object;

import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/** Numbers: primitive or not, BigInteger and BigDecimal. */
final class NumberLeaf extends LeafType {
  private static final int DECIMAL_SCALE = 10;

  private final Kind kind;

  private NumberLeaf(Kind kind) {
    this.kind = kind;
  }

  /** The Java types; the digits of integers and the bits that they need. */
  private enum Kind {
    BYTE(byte.class, Byte.class, SqlType.TINYINT, 3, 8),
    SHORT(short.class, Short.class, SqlType.SMALLINT, 5, 16),
    INT(int.class, Integer.class, SqlType.INTEGER, 10, 32),
    LONG(long.class, Long.class, SqlType.BIGINT, 19, 64),
    FLOAT(float.class, Float.class, SqlType.REAL, 0, 0),
    DOUBLE(double.class, Double.class, SqlType.DOUBLE, 0, 0),
    BIG_INTEGER(null, BigInteger.class, SqlType.numeric(SqlType.MAX_PRECISION, 0), 0, 0),
    BIG_DECIMAL(
        null, BigDecimal.class, SqlType.numeric(SqlType.MAX_PRECISION, DECIMAL_SCALE), 0, 0);

    private final Class<?> primitive;
    private final Class<?> boxed;
    private final SqlType column;
    private final int digits;
    private final int bits;

    Kind(Class<?> primitive, Class<?> boxed, SqlType column, int digits, int bits) {
      this.primitive = primitive;
      this.boxed = boxed;
      this.column = column;
      this.digits = digits;
      this.bits = bits;
    }
  }

  static Optional<LeafType> find(Class<?> type) {
    return Arrays.stream(Kind.values())
        .filter(kind -> type == kind.primitive || type == kind.boxed)
        .findFirst()
        .map(NumberLeaf::new);
  }

  @Override
  SqlType columnType() {
    return kind.column;
  }

  @Override
  boolean fits(SqlType type) {
    return switch (kind) {
      case BYTE, SHORT, INT, LONG -> fitsInteger(type);
      case FLOAT -> type.kind().isFloating();
      case DOUBLE -> type.kind() == TypeKind.DOUBLE;
      case BIG_INTEGER, BIG_DECIMAL -> type.kind() == TypeKind.NUMERIC || type.equals(SqlType.TEXT);
    };
  }

  private boolean fitsInteger(SqlType type) {
    return switch (type.kind()) {
      case TINYINT -> kind.bits <= 8;
      case SMALLINT -> kind.bits <= 16;
      case INTEGER -> kind.bits <= 32;
      case BIGINT -> true;
      case NUMERIC -> type.length() - type.scale() >= kind.digits;
      case REAL -> kind.bits <= 16;
      case DOUBLE -> kind.bits <= 32;
      default -> false;
    };
  }

  @Override
  String fitting() {
    return switch (kind) {
      case BYTE, SHORT, INT, LONG ->
          "integers from " + kind.column + " or numeric(" + kind.digits + ",0)";
      case FLOAT -> "real or double precision";
      case DOUBLE -> "double precision";
      case BIG_INTEGER, BIG_DECIMAL -> "numeric or text";
    };
  }

  @Override
  Object toColumn(Object value, SqlType type) {
    if (value instanceof BigInteger || value instanceof BigDecimal) {
      return type.kind() == TypeKind.NUMERIC
          ? exact(
              value instanceof BigDecimal decimal ? decimal : new BigDecimal((BigInteger) value),
              type)
          : value.toString();
    }
    return value;
  }

  /** A number that must not be rounded to the scale of a type. */
  private static BigDecimal exact(BigDecimal value, SqlType type) {
    int scale = type.scale();
    // Numbers far below the scale are told apart first: their digits behind the point may be
    // billions.
    if (value.signum() != 0 && value.scale() > scale) {
      boolean tiny = (long) value.precision() - value.scale() <= -scale;
      if (tiny || value.setScale(scale, RoundingMode.DOWN).compareTo(value) != 0) {
        throw misfit("it has more than " + scale + " digits behind the point");
      }
    }
    return value;
  }

  @Override
  Object fromColumn(Object value, SqlType type) {
    try {
      return switch (kind) {
        case BYTE -> exact(value).byteValueExact();
        case SHORT -> exact(value).shortValueExact();
        case INT -> exact(value).intValueExact();
        case LONG -> exact(value).longValueExact();
        case FLOAT -> narrowed(((Number) value).doubleValue());
        case DOUBLE -> ((Number) value).doubleValue();
        case BIG_INTEGER -> exact(value).toBigIntegerExact();
        case BIG_DECIMAL -> exact(value);
      };
    } catch (ArithmeticException | NumberFormatException e) {
      throw misfit(value + " is no " + kind.boxed.getSimpleName());
    }
  }

  private BigDecimal exact(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return new BigDecimal(((Number) value).doubleValue());
    }
    if (value instanceof String text && kind == Kind.BIG_INTEGER) {
      return new BigDecimal(new BigInteger(text));
    }
    return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
  }

  private static float narrowed(double value) {
    float narrowed = (float) value;
    if (Double.compare(narrowed, value) != 0) {
      throw misfit(value + " is no float");
    }
    return narrowed;
  }
}
