package io.gabbro.type;

/** A data type of SQL. Immutable; equal when kind and arguments are. */
public sealed interface SqlType {
  /** No greatest length. */
  int UNBOUNDED = -1;

  /** The type of a bare NULL. */
  SqlType NULL = new Simple(TypeKind.NULL);

  /** BOOLEAN. */
  SqlType BOOLEAN = new Simple(TypeKind.BOOLEAN);

  /** TINYINT. */
  SqlType TINYINT = new Simple(TypeKind.TINYINT);

  /** SMALLINT. */
  SqlType SMALLINT = new Simple(TypeKind.SMALLINT);

  /** INTEGER. */
  SqlType INTEGER = new Simple(TypeKind.INTEGER);

  /** BIGINT. */
  SqlType BIGINT = new Simple(TypeKind.BIGINT);

  /** REAL. */
  SqlType REAL = new Simple(TypeKind.REAL);

  /** DOUBLE PRECISION. */
  SqlType DOUBLE = new Simple(TypeKind.DOUBLE);

  /** DATE. */
  SqlType DATE = new Simple(TypeKind.DATE);

  /** TIME. */
  SqlType TIME = new Simple(TypeKind.TIME);

  /** TIMESTAMP. */
  SqlType TIMESTAMP = new Simple(TypeKind.TIMESTAMP);

  /** TIMESTAMP WITH TIME ZONE. */
  SqlType TIMESTAMP_WITH_TIME_ZONE = new Simple(TypeKind.TIMESTAMP_WITH_TIME_ZONE);

  /** INTERVAL. */
  SqlType INTERVAL = new Simple(TypeKind.INTERVAL);

  /** UUID. */
  SqlType UUID = new Simple(TypeKind.UUID);

  /** VARCHAR without a greatest length. */
  SqlType TEXT = new Varchar(UNBOUNDED);

  /** VARBINARY without a greatest length. */
  SqlType BYTEA = new Varbinary(UNBOUNDED);

  /** Its kind. */
  TypeKind kind();

  /** A type that its kind says all about. */
  record Simple(TypeKind kind) implements SqlType {
    @Override
    public String toString() {
      return switch (kind) {
        case DOUBLE -> "double precision";
        case TIMESTAMP_WITH_TIME_ZONE -> "timestamp with time zone";
        default -> kind.name().toLowerCase(java.util.Locale.ROOT);
      };
    }
  }

  /**
   * NUMERIC(precision, scale).
   *
   * @param precision digits in all, 1 to 38
   * @param scale digits behind the point, 0 to {@code precision}
   */
  record Numeric(int precision, int scale) implements SqlType {
    /** The greatest precision. */
    public static final int MAX_PRECISION = 38;

    @Override
    public TypeKind kind() {
      return TypeKind.NUMERIC;
    }

    @Override
    public String toString() {
      return "numeric(" + precision + "," + scale + ")";
    }
  }

  /** CHAR(length): stored without the blanks at its end. */
  record Char(int length) implements SqlType {
    @Override
    public TypeKind kind() {
      return TypeKind.CHAR;
    }

    @Override
    public String toString() {
      return "char(" + length + ")";
    }
  }

  /** VARCHAR(length) in characters, or TEXT where {@code length} is {@link #UNBOUNDED}. */
  record Varchar(int length) implements SqlType {
    @Override
    public TypeKind kind() {
      return TypeKind.VARCHAR;
    }

    @Override
    public String toString() {
      return length == UNBOUNDED ? "text" : "varchar(" + length + ")";
    }
  }

  /** VARBINARY(length) in bytes, or BYTEA where {@code length} is {@link #UNBOUNDED}. */
  record Varbinary(int length) implements SqlType {
    @Override
    public TypeKind kind() {
      return TypeKind.VARBINARY;
    }

    @Override
    public String toString() {
      return length == UNBOUNDED ? "bytea" : "varbinary(" + length + ")";
    }
  }

  /** How values of this type lie in a column vector. */
  default VectorKind vectorKind() {
    return switch (kind()) {
      case BOOLEAN -> VectorKind.BOOLEAN;
      case TINYINT, SMALLINT, INTEGER, DATE -> VectorKind.INT;
      case BIGINT, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> VectorKind.LONG;
      case REAL, DOUBLE -> VectorKind.DOUBLE;
      case NUMERIC -> VectorKind.DECIMAL;
      case NULL, CHAR, VARCHAR, VARBINARY, UUID -> VectorKind.BYTES;
      case INTERVAL -> VectorKind.INTERVAL;
    };
  }
}
