package io.gabbro.jdbc.value;

import io.gabbro.error.GabbroException;
import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Puts the value of a parameter into the vector of its type. Each method returns whether the type
 * holds the value exactly; where it returns false, or the type cannot hold such values at all, the
 * vector is as it was, and the statement has to be planned again with the type of the value.
 *
 * <p>Stateless, apart from {@link TextParser}; used by one thread at a time.
 */
public abstract class ParameterBinder {
  private final SqlType type;

  ParameterBinder(SqlType type) {
    this.type = type;
  }

  /**
   * The binder of a type.
   *
   * @param zone the time zone of the session, asked for at each conversion between local and
   *     absolute time
   */
  public static ParameterBinder of(SqlType type, Supplier<ZoneId> zone) {
    return switch (type.kind()) {
      case BOOLEAN -> new BooleanBinder(type, zone);
      case TINYINT, SMALLINT, INTEGER -> new IntBinder(type, zone);
      case BIGINT -> new LongBinder(type, zone);
      case NUMERIC -> new DecimalBinder(type, zone);
      case REAL -> new RealBinder(type, zone);
      case DOUBLE -> new DoubleBinder(type, zone);
      case NULL, CHAR, VARCHAR -> new TextBinder(type, zone);
      case VARBINARY -> new BytesBinder(type, zone);
      case DATE -> new DateBinder(type, zone);
      case TIME -> new TimeBinder(type, zone);
      case TIMESTAMP -> new TimestampBinder(type, zone);
      case TIMESTAMP_WITH_TIME_ZONE -> new InstantBinder(type, zone);
      case INTERVAL -> new IntervalBinder(type, zone);
      case UUID -> new UuidBinder(type, zone);
    };
  }

  /**
   * The binder of a parameter whose type only the values of earlier executions tell: it takes
   * values of that family of types, so that what a statement gives does not depend on the past.
   */
  public static ParameterBinder ofGuess(SqlType type, Supplier<ZoneId> zone) {
    return new GuessBinder(of(type, zone));
  }

  /** The binder that takes all values which the type holds. */
  public ParameterBinder exact() {
    return this;
  }

  /** The type of the parameter. */
  public final SqlType type() {
    return type;
  }

  /**
   * Text, read as a cast from TEXT reads it.
   *
   * @throws GabbroException when it is no text of such a value
   */
  public abstract boolean setText(ColumnVector vector, int row, String value);

  /** A truth value. */
  public boolean setBoolean(ColumnVector vector, int row, boolean value) {
    return false;
  }

  /** A whole number. */
  public boolean setLong(ColumnVector vector, int row, long value) {
    return false;
  }

  /** A floating-point number. */
  public boolean setDouble(ColumnVector vector, int row, double value) {
    return false;
  }

  /** A floating-point number of single precision. */
  public boolean setFloat(ColumnVector vector, int row, float value) {
    return setDouble(vector, row, value);
  }

  /** An exact number. */
  public boolean setDecimal(ColumnVector vector, int row, BigDecimal value) {
    return false;
  }

  /** Bytes. */
  public boolean setBytes(ColumnVector vector, int row, byte[] value) {
    return false;
  }

  /** A date. */
  public boolean setDate(ColumnVector vector, int row, LocalDate value) {
    return false;
  }

  /** A time of day. */
  public boolean setTime(ColumnVector vector, int row, LocalTime value) {
    return false;
  }

  /** A local time. */
  public boolean setTimestamp(ColumnVector vector, int row, LocalDateTime value) {
    return false;
  }

  /** An instant. */
  public boolean setInstant(ColumnVector vector, int row, OffsetDateTime value) {
    return false;
  }

  /** A UUID. */
  public boolean setUuid(ColumnVector vector, int row, UUID value) {
    return false;
  }

  /** An interval. */
  public boolean setInterval(ColumnVector vector, int row, Interval value) {
    return false;
  }
}
