package io.gabbro.type;

import java.math.BigDecimal;

/**
 * Which NUMERIC type a value needs and an operation gives.
 *
 * <p>Sums keep the greater scale and products the sum of the scales, both exact. Quotients have at
 * least {@link #MIN_QUOTIENT_SCALE} digits behind the point, which for quotients between 1 and
 * 9,999 is what PostgreSQL shows. Where the digits in front of the point and the scale together
 * exceed 38, a sum keeps its scale and overflows at run time, and a product gives up digits of its
 * scale, but never goes below that of an operand nor below 6.
 */
public final class NumericTypes {
  /** The least scale of a quotient and of an average. */
  public static final int MIN_QUOTIENT_SCALE = 16;

  /** NUMERIC without arguments. */
  public static final SqlType UNCONSTRAINED = SqlType.numeric(SqlType.MAX_PRECISION, 10);

  private static final int MIN_PRODUCT_SCALE = 6;

  private NumericTypes() {}

  /** The least type that holds a value; scale at least 0. Precision may exceed 38. */
  public static SqlType of(BigDecimal value) {
    int scale = Math.max(0, value.scale());
    int integerDigits = value.signum() == 0 ? 0 : Math.max(0, value.precision() - value.scale());
    return SqlType.numeric(Math.max(1, integerDigits + scale), scale);
  }

  /**
   * The NUMERIC type that an integer type fits into; a NUMERIC type itself.
   *
   * @throws IllegalArgumentException for other types
   */
  public static SqlType of(SqlType type) {
    return switch (type.kind()) {
      case TINYINT -> SqlType.numeric(3, 0);
      case SMALLINT -> SqlType.numeric(5, 0);
      case INTEGER -> SqlType.numeric(10, 0);
      case BIGINT -> SqlType.numeric(19, 0);
      case NUMERIC -> type;
      default -> throw new IllegalArgumentException("not an exact number: " + type);
    };
  }

  /** The type that holds the values of both. */
  public static SqlType common(SqlType left, SqlType right) {
    return limited(integerDigits(left, right), Math.max(left.scale(), right.scale()));
  }

  /**
   * The type of a parameter, or of a bare NULL, beside an operand of a type: that type, but for
   * NUMERIC with as many digits behind the point as a value for the parameter is likely to have,
   * because it must not be rounded to the scale of its neighbour.
   */
  public static SqlType unknownBeside(SqlType type) {
    if (type.kind() != TypeKind.NUMERIC) {
      return type;
    }
    int room = SqlType.MAX_PRECISION - (type.length() - type.scale());
    return SqlType.numeric(
        SqlType.MAX_PRECISION, Math.max(type.scale(), Math.min(Decimals.LONG_PRECISION, room)));
  }

  /** The type of a sum or difference. */
  public static SqlType sum(SqlType left, SqlType right) {
    return limited(integerDigits(left, right) + 1, Math.max(left.scale(), right.scale()));
  }

  /** The type of a product. */
  public static SqlType product(SqlType left, SqlType right) {
    int integerDigits = left.length() - left.scale() + right.length() - right.scale();
    int scale = left.scale() + right.scale();
    int floor = Math.max(MIN_PRODUCT_SCALE, Math.max(left.scale(), right.scale()));
    int room = SqlType.MAX_PRECISION - integerDigits;
    return limited(integerDigits, Math.min(scale, Math.max(room, floor)));
  }

  /** The type of a quotient. */
  public static SqlType quotient(SqlType left, SqlType right) {
    int integerDigits = left.length() - left.scale() + right.scale();
    return limited(
        integerDigits, Math.max(MIN_QUOTIENT_SCALE, Math.max(left.scale(), right.scale())));
  }

  /** The type of the remainder of a division. */
  public static SqlType remainder(SqlType left, SqlType right) {
    int integerDigits = Math.min(left.length() - left.scale(), right.length() - right.scale());
    return limited(integerDigits, Math.max(left.scale(), right.scale()));
  }

  /** The type of an average of values of a type. */
  public static SqlType average(SqlType type) {
    return SqlType.numeric(SqlType.MAX_PRECISION, Math.max(MIN_QUOTIENT_SCALE, type.scale()));
  }

  private static int integerDigits(SqlType left, SqlType right) {
    return Math.max(left.length() - left.scale(), right.length() - right.scale());
  }

  private static SqlType limited(int integerDigits, int scale) {
    int precision = Math.max(1, integerDigits + scale);
    return SqlType.numeric(Math.min(SqlType.MAX_PRECISION, precision), scale);
  }
}
