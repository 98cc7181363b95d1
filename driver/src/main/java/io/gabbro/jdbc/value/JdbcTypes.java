package io.gabbro.jdbc.value;

import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What JDBC calls the types of SQL: codes, names, sizes. */
public final class JdbcTypes {
  /**
   * The display size of strings without a greatest length. Tools take memory for, or draw, a column
   * of the display size, so that it cannot be the two billion characters that may come.
   */
  public static final int UNBOUNDED_DISPLAY_SIZE = 64;

  /** Digits behind the point of a second. */
  private static final int SECOND_DIGITS = 6;

  private JdbcTypes() {}

  /** The constant of {@link Types}. */
  public static int code(SqlType type) {
    return switch (type.kind()) {
      case NULL -> Types.NULL;
      case BOOLEAN -> Types.BOOLEAN;
      case TINYINT -> Types.TINYINT;
      case SMALLINT -> Types.SMALLINT;
      case INTEGER -> Types.INTEGER;
      case BIGINT -> Types.BIGINT;
      case NUMERIC -> Types.NUMERIC;
      case REAL -> Types.REAL;
      case DOUBLE -> Types.DOUBLE;
      case CHAR -> Types.CHAR;
      case VARCHAR -> Types.VARCHAR;
      case VARBINARY -> Types.VARBINARY;
      case DATE -> Types.DATE;
      case TIME -> Types.TIME;
      case TIMESTAMP -> Types.TIMESTAMP;
      case TIMESTAMP_WITH_TIME_ZONE -> Types.TIMESTAMP_WITH_TIMEZONE;
      case INTERVAL, UUID -> Types.OTHER;
    };
  }

  /** The type of a constant of {@link Types}, where this database has one for it. */
  public static Optional<SqlType> type(int code) {
    return Optional.ofNullable(
        switch (code) {
          case Types.BOOLEAN, Types.BIT -> SqlType.BOOLEAN;
          case Types.TINYINT -> SqlType.TINYINT;
          case Types.SMALLINT -> SqlType.SMALLINT;
          case Types.INTEGER -> SqlType.INTEGER;
          case Types.BIGINT -> SqlType.BIGINT;
          case Types.NUMERIC, Types.DECIMAL -> NumericTypes.UNCONSTRAINED;
          case Types.REAL -> SqlType.REAL;
          case Types.DOUBLE, Types.FLOAT -> SqlType.DOUBLE;
          case Types.CHAR,
              Types.VARCHAR,
              Types.LONGVARCHAR,
              Types.NCHAR,
              Types.NVARCHAR,
              Types.LONGNVARCHAR,
              Types.CLOB,
              Types.NCLOB ->
              SqlType.TEXT;
          case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> SqlType.BYTEA;
          case Types.DATE -> SqlType.DATE;
          case Types.TIME -> SqlType.TIME;
          case Types.TIMESTAMP -> SqlType.TIMESTAMP;
          case Types.TIMESTAMP_WITH_TIMEZONE -> SqlType.TIMESTAMP_WITH_TIME_ZONE;
          default -> null;
        });
  }

  /** The name in SQL, in upper case, without length, precision and scale. */
  public static String name(SqlType type) {
    boolean bounded = type.length() != SqlType.UNBOUNDED;
    return switch (type.kind()) {
      case VARCHAR -> bounded ? "VARCHAR" : "TEXT";
      case VARBINARY -> bounded ? "VARBINARY" : "BYTEA";
      case DOUBLE -> "DOUBLE PRECISION";
      default -> type.kind().name().toUpperCase(Locale.ROOT).replace('_', ' ');
    };
  }

  /** The class of what {@code getObject} returns. */
  public static Class<?> javaClass(SqlType type) {
    return switch (type.kind()) {
      case BOOLEAN -> Boolean.class;
      case TINYINT, SMALLINT, INTEGER -> Integer.class;
      case BIGINT -> Long.class;
      case NUMERIC -> BigDecimal.class;
      case REAL -> Float.class;
      case DOUBLE -> Double.class;
      case NULL, CHAR, VARCHAR, INTERVAL -> String.class;
      case VARBINARY -> byte[].class;
      case DATE -> Date.class;
      case TIME -> Time.class;
      case TIMESTAMP -> Timestamp.class;
      case TIMESTAMP_WITH_TIME_ZONE -> OffsetDateTime.class;
      case UUID -> UUID.class;
    };
  }

  /**
   * The column size of JDBC: digits of numbers, greatest length of strings ({@code
   * Integer.MAX_VALUE} where there is none), characters of dates and times.
   */
  public static int precision(SqlType type) {
    return switch (type.kind()) {
      case NULL -> 0;
      case BOOLEAN -> 1;
      case TINYINT -> 3;
      case SMALLINT -> 5;
      case INTEGER -> 10;
      case BIGINT -> 19;
      case REAL -> 7;
      case DOUBLE -> 15;
      case NUMERIC, CHAR, VARCHAR, VARBINARY ->
          type.length() == SqlType.UNBOUNDED ? Integer.MAX_VALUE : type.length();
      case DATE -> 10;
      case TIME -> 15;
      case TIMESTAMP -> 26;
      case TIMESTAMP_WITH_TIME_ZONE -> 32;
      case INTERVAL -> 49;
      case UUID -> 36;
    };
  }

  /** The digits behind the point. */
  public static int scale(SqlType type) {
    return switch (type.kind()) {
      case NUMERIC -> type.scale();
      case TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, INTERVAL -> SECOND_DIGITS;
      default -> 0;
    };
  }

  /** The width of a column in characters. */
  public static int displaySize(SqlType type) {
    return switch (type.kind()) {
      case NULL -> 4;
      case BOOLEAN -> 5;
      case TINYINT, SMALLINT, INTEGER, BIGINT -> precision(type) + 1;
      case REAL -> 15;
      case DOUBLE -> 25;
      case NUMERIC ->
          type.length() + (type.scale() > 0 ? 2 : 1) + (type.scale() == type.length() ? 1 : 0);
      case CHAR, VARCHAR ->
          type.length() == SqlType.UNBOUNDED ? UNBOUNDED_DISPLAY_SIZE : type.length();
      case VARBINARY ->
          type.length() == SqlType.UNBOUNDED
              ? UNBOUNDED_DISPLAY_SIZE
              : (int) Math.min(Integer.MAX_VALUE, 2L + 2L * type.length());
      default -> precision(type);
    };
  }

  /** Whether it holds numbers with a sign. */
  public static boolean isSigned(SqlType type) {
    return type.kind().isNumeric();
  }

  /** Whether comparisons tell upper from lower case. */
  public static boolean isCaseSensitive(SqlType type) {
    return type.kind().isCharacter() || type.kind() == TypeKind.NULL;
  }
}
