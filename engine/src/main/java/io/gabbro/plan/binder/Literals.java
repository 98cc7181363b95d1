package io.gabbro.plan.binder;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Optional;

/** The values and types of literals. */
final class Literals {
  private static final int MAX_EXPONENT = 400;

  private Literals() {}

  /**
   * A number: INTEGER if it fits, else BIGINT; with a point, an exponent or more digits NUMERIC of
   * just its digits, as long as these are at most 38 on both sides of the point; else DOUBLE
   * PRECISION.
   *
   * @param text digits, perhaps with a sign, a point and an exponent
   * @throws GabbroException NUMERIC_OUT_OF_RANGE when no double is as great
   */
  static Constant number(String text, SourcePosition position) {
    BigDecimal value =
        decimal(text)
            .orElseThrow(
                () ->
                    GabbroException.at(position, ErrorCode.NUMERIC_OUT_OF_RANGE, "number " + text));
    boolean whole = text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    if (whole && value.precision() <= 19) {
      Optional<Constant> integer = integer(value);
      if (integer.isPresent()) {
        return integer.orElseThrow();
      }
    }
    boolean extreme = Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT;
    if (!extreme && NumericTypes.of(value).length() <= SqlType.MAX_PRECISION) {
      BigDecimal exact = value.setScale(Math.max(0, value.scale()));
      return new Constant(NumericTypes.of(exact), exact);
    }
    double approximate = value.doubleValue();
    if (Double.isInfinite(approximate)) {
      throw GabbroException.at(position, ErrorCode.NUMERIC_OUT_OF_RANGE, "number " + text);
    }
    return new Constant(SqlType.DOUBLE, approximate);
  }

  private static Optional<Constant> integer(BigDecimal value) {
    if (value.compareTo(BigDecimal.valueOf(value.intValue())) == 0) {
      return Optional.of(new Constant(SqlType.INTEGER, value.intValue()));
    }
    return value.compareTo(BigDecimal.valueOf(value.longValue())) == 0
        ? Optional.of(new Constant(SqlType.BIGINT, value.longValue()))
        : Optional.empty();
  }

  /** A text as a number, blanks around it ignored; empty when it is none. */
  static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** A binary string. */
  static Constant binary(String hexadecimal) {
    return new Constant(SqlType.BYTEA, HexFormat.of().parseHex(hexadecimal));
  }
}
