package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads the values of a column as Java values, with the conversions that JDBC's table of {@code
 * ResultSet} getters allows for its type; the others are errors. It has no state of its own, so
 * that all results of a statement share it. The position that is read is never NULL.
 */
public abstract class ColumnReader {
  private final SqlType type;

  ColumnReader(SqlType type) {
    this.type = type;
  }

  /**
   * The reader of a type.
   *
   * @param zone the time zone of the session, asked for at each conversion between local and
   *     absolute time
   */
  public static ColumnReader of(SqlType type, Supplier<ZoneId> zone) {
    return switch (type.kind()) {
      case BOOLEAN -> new BooleanReader(type);
      case TINYINT, SMALLINT, INTEGER -> new IntReader(type);
      case BIGINT -> new LongReader(type);
      case NUMERIC -> new DecimalReader(type);
      case REAL, DOUBLE -> new FloatingReader(type);
      case NULL, CHAR, VARCHAR -> new TextReader(type, zone);
      case VARBINARY -> new BytesReader(type);
      case DATE -> new DateReader(type, zone);
      case TIME -> new TimeReader(type);
      case TIMESTAMP -> new TimestampReader(type, zone);
      case TIMESTAMP_WITH_TIME_ZONE -> new InstantReader(type, zone);
      case INTERVAL -> new IntervalReader(type);
      case UUID -> new UuidReader(type);
    };
  }

  /** The type of the column. */
  public final SqlType type() {
    return type;
  }

  /** What {@code getObject} returns: the Java class that JDBC maps the type to. */
  public abstract Object toObject(ColumnVector vector, int row) throws SQLException;

  /** The text that a cast to TEXT gives. */
  public abstract String toText(ColumnVector vector, int row) throws SQLException;

  /** A truth value: numbers are true when they are 1 and false when they are 0. */
  public boolean toBoolean(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("boolean");
  }

  /** A whole number; digits behind the point are cut off. */
  public long toLong(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("a number");
  }

  /** A floating-point number. */
  public double toDouble(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("a number");
  }

  /** An exact number. */
  public BigDecimal toDecimal(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("a number");
  }

  /** Bytes. */
  public byte[] toBytes(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("bytes");
  }

  /** A date. */
  public LocalDate toDate(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("a date");
  }

  /** A time of day. */
  public LocalTime toTime(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("a time");
  }

  /** A local date and time. */
  public LocalDateTime toTimestamp(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("a timestamp");
  }

  /** An instant, with the offset that the zone of the session has at it. */
  public OffsetDateTime toInstant(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("a timestamp with time zone");
  }

  /** A UUID. */
  public UUID toUuid(ColumnVector vector, int row) throws SQLException {
    throw cannotRead("a UUID");
  }

  /** Whether the type has an absolute time, so that {@code Timestamp}s need no time zone. */
  public boolean isAbsolute() {
    return false;
  }

  /** Whether it reads strings of characters. */
  public final boolean isString() {
    return type.kind().isCharacter();
  }

  final SQLException cannotRead(String target) {
    return SqlExceptions.error(ErrorCode.CANNOT_COERCE, type, target);
  }
}
