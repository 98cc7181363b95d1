package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The greatest value of a type that is not above a constant of a wider type.
 *
 * @param value it
 * @param exact whether it equals the constant
 */
record Floor(Constant value, boolean exact) {
  /** The floor in a type; empty when the type has none, or cannot be compared so. */
  static Optional<Floor> of(Constant constant, SqlType type) {
    Object value = constant.value();
    if (value == null) {
      return Optional.empty();
    }
    return switch (type.kind()) {
      case TINYINT -> integer(value, type, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SMALLINT -> integer(value, type, Short.MIN_VALUE, Short.MAX_VALUE);
      case INTEGER -> integer(value, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> integer(value, type, Long.MIN_VALUE, Long.MAX_VALUE);
      case NUMERIC -> decimal(value, type);
      case DATE -> date(value, type);
      case NULL, BOOLEAN, REAL, DOUBLE, CHAR, VARCHAR, VARBINARY -> Optional.empty();
      case TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, INTERVAL, UUID -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> exactNumber(Object value) {
    if (value instanceof BigDecimal decimal) {
      return Optional.of(decimal);
    }
    return value instanceof Integer || value instanceof Long
        ? Optional.of(BigDecimal.valueOf(((Number) value).longValue()))
        : Optional.empty();
  }

  private static Optional<Floor> integer(Object value, SqlType type, long least, long greatest) {
    return exactNumber(value)
        .flatMap(
            number -> {
              BigInteger floor = number.setScale(0, RoundingMode.FLOOR).toBigInteger();
              boolean inRange =
                  floor.compareTo(BigInteger.valueOf(least)) >= 0
                      && floor.compareTo(BigInteger.valueOf(greatest)) <= 0;
              if (!inRange) {
                return Optional.empty();
              }
              boolean exact = number.compareTo(new BigDecimal(floor)) == 0;
              Object integer =
                  type.equals(SqlType.BIGINT)
                      ? (Object) floor.longValue()
                      : (Object) floor.intValue();
              return Optional.of(new Floor(new Constant(type, integer), exact));
            });
  }

  private static Optional<Floor> decimal(Object value, SqlType type) {
    return exactNumber(value)
        .map(
            number -> {
              BigDecimal floor = number.setScale(type.scale(), RoundingMode.FLOOR);
              return new Floor(new Constant(type, floor), floor.compareTo(number) == 0);
            })
        .filter(floor -> ((BigDecimal) floor.value().value()).precision() <= type.length());
  }

  private static Optional<Floor> date(Object value, SqlType type) {
    return value instanceof LocalDateTime timestamp
        ? Optional.of(
            new Floor(
                new Constant(type, timestamp.toLocalDate()),
                timestamp.toLocalTime().equals(LocalTime.MIDNIGHT)))
        : Optional.empty();
  }
}
