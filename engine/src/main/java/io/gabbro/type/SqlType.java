package io.gabbro.type;

import java.util.Locale;

/**
 * A data type of SQL. Immutable; equal when kind and arguments are.
 *
 * @param kind its kind
 * @param length for CHAR and VARCHAR the greatest length in characters, for VARBINARY in bytes, for
 *     NUMERIC the precision in digits (1 to {@link #MAX_PRECISION}); {@link #UNBOUNDED} elsewhere
 * @param scale for NUMERIC the digits behind the point, 0 to {@code length}; 0 elsewhere
 */
public record SqlType(TypeKind kind, int length, int scale) {
  /** No greatest length. */
  public static final int UNBOUNDED = -1;

  /** The greatest precision of NUMERIC. */
  public static final int MAX_PRECISION = 38;

  /** The type of a bare NULL, and of a parameter about which nothing is known yet. */
  public static final SqlType NULL = simple(TypeKind.NULL);

  /** BOOLEAN. */
  public static final SqlType BOOLEAN = simple(TypeKind.BOOLEAN);

  /** TINYINT. */
  public static final SqlType TINYINT = simple(TypeKind.TINYINT);

  /** SMALLINT. */
  public static final SqlType SMALLINT = simple(TypeKind.SMALLINT);

  /** INTEGER. */
  public static final SqlType INTEGER = simple(TypeKind.INTEGER);

  /** BIGINT. */
  public static final SqlType BIGINT = simple(TypeKind.BIGINT);

  /** REAL. */
  public static final SqlType REAL = simple(TypeKind.REAL);

  /** DOUBLE PRECISION. */
  public static final SqlType DOUBLE = simple(TypeKind.DOUBLE);

  /** DATE. */
  public static final SqlType DATE = simple(TypeKind.DATE);

  /** TIME. */
  public static final SqlType TIME = simple(TypeKind.TIME);

  /** TIMESTAMP. */
  public static final SqlType TIMESTAMP = simple(TypeKind.TIMESTAMP);

  /** TIMESTAMP WITH TIME ZONE. */
  public static final SqlType TIMESTAMP_WITH_TIME_ZONE = simple(TypeKind.TIMESTAMP_WITH_TIME_ZONE);

  /** INTERVAL. */
  public static final SqlType INTERVAL = simple(TypeKind.INTERVAL);

  /** UUID. */
  public static final SqlType UUID = simple(TypeKind.UUID);

  /** VARCHAR without a greatest length. */
  public static final SqlType TEXT = simple(TypeKind.VARCHAR);

  /** VARBINARY without a greatest length. */
  public static final SqlType BYTEA = simple(TypeKind.VARBINARY);

  private static SqlType simple(TypeKind kind) {
    return new SqlType(kind, UNBOUNDED, 0);
  }

  /** NUMERIC(precision, scale). */
  public static SqlType numeric(int precision, int scale) {
    return new SqlType(TypeKind.NUMERIC, precision, scale);
  }

  /** CHAR(length): stored without the blanks at its end. */
  public static SqlType character(int length) {
    return new SqlType(TypeKind.CHAR, length, 0);
  }

  /** VARCHAR(length). */
  public static SqlType varchar(int length) {
    return new SqlType(TypeKind.VARCHAR, length, 0);
  }

  /** VARBINARY(length). */
  public static SqlType varbinary(int length) {
    return new SqlType(TypeKind.VARBINARY, length, 0);
  }

  /** How values of this type lie in a column vector. */
  public VectorKind vectorKind() {
    return switch (kind) {
      case BOOLEAN -> VectorKind.BOOLEAN;
      case TINYINT, SMALLINT, INTEGER, DATE -> VectorKind.INT;
      case BIGINT, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> VectorKind.LONG;
      case REAL, DOUBLE -> VectorKind.DOUBLE;
      case NUMERIC -> VectorKind.DECIMAL;
      case NULL, CHAR, VARCHAR, VARBINARY, UUID -> VectorKind.BYTES;
      case INTERVAL -> VectorKind.INTERVAL;
    };
  }

  /** The type as SQL writes it, in lower case. */
  @Override
  public String toString() {
    return switch (kind) {
      case DOUBLE -> "double precision";
      case TIMESTAMP_WITH_TIME_ZONE -> "timestamp with time zone";
      case NUMERIC -> "numeric(" + length + "," + scale + ")";
      case CHAR -> "char(" + length + ")";
      case VARCHAR -> length == UNBOUNDED ? "text" : "varchar(" + length + ")";
      case VARBINARY -> length == UNBOUNDED ? "bytea" : "varbinary(" + length + ")";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }
}
