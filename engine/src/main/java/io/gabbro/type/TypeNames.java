package io.gabbro.type;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the name of a data type, as SQL writes it, to the type. */
public final class TypeNames {
  /** The greatest length of CHAR, VARCHAR and VARBINARY that can be declared. */
  public static final int MAX_LENGTH = 10_485_760;

  private static final int MICRO_DIGITS = 6;
  private static final int MAX_REAL_BITS = 24;
  private static final int MAX_DOUBLE_BITS = 53;

  private static final Map<String, SqlType> TYPES = new HashMap<>();

  static {
    put(SqlType.BOOLEAN, "boolean", "bool");
    put(SqlType.TINYINT, "tinyint", "int1");
    put(SqlType.SMALLINT, "smallint", "int2");
    put(SqlType.INTEGER, "integer", "int", "int4");
    put(SqlType.BIGINT, "bigint", "int8");
    put(SqlType.REAL, "real", "float4");
    put(SqlType.DOUBLE, "double precision", "double", "float", "float8");
    put(NumericTypes.UNCONSTRAINED, "numeric", "decimal", "dec");
    put(SqlType.character(1), "char", "character", "nchar", "bpchar");
    put(SqlType.TEXT, "text", "varchar", "character varying", "char varying", "string", "clob");
    put(SqlType.BYTEA, "bytea", "varbinary", "binary varying", "binary", "blob");
    put(SqlType.DATE, "date");
    put(SqlType.TIME, "time", "time without time zone");
    put(SqlType.TIMESTAMP, "timestamp", "timestamp without time zone", "datetime");
    put(SqlType.TIMESTAMP_WITH_TIME_ZONE, "timestamp with time zone", "timestamptz");
    put(SqlType.INTERVAL, "interval");
    put(SqlType.UUID, "uuid");
  }

  private TypeNames() {}

  private static void put(SqlType type, String... names) {
    for (String name : names) {
      TYPES.put(name, type);
    }
  }

  /**
   * The type of a name. NUMERIC without arguments is {@link NumericTypes#UNCONSTRAINED}, with one
   * argument has scale 0; CHAR without arguments is CHAR(1).
   *
   * @param name the words in lower case, one space between them
   * @param arguments the numbers in parentheses
   * @throws GabbroException UNDEFINED_TYPE, perhaps with a hint, or INVALID_ARGUMENT when arguments
   *     are out of range, or UNSUPPORTED
   */
  public static SqlType resolve(String name, List<Integer> arguments) {
    SqlType type = TYPES.get(name);
    if (type == null) {
      throw undefined(name);
    }
    if (arguments.isEmpty()) {
      return type;
    }
    int first = arguments.get(0);
    int limit = type.kind() == TypeKind.NUMERIC ? 2 : 1;
    if (arguments.size() > limit) {
      throw invalid("invalid type modifier for type " + name);
    }
    return switch (type.kind()) {
      case NUMERIC -> numeric(first, arguments.size() > 1 ? arguments.get(1) : 0);
      case CHAR -> SqlType.character(length(name, first));
      case VARCHAR -> SqlType.varchar(length(name, first));
      case VARBINARY -> SqlType.varbinary(length(name, first));
      case DOUBLE -> floating(name, first);
      case TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, INTERVAL -> microseconds(type, first);
      default -> throw invalid("type modifier is not allowed for type " + name);
    };
  }

  /**
   * The type that a cast from {@code source} names: as {@link #resolve(String, List)}, but NUMERIC
   * without arguments keeps precision and scale of an exact number.
   */
  public static SqlType resolveCast(String name, List<Integer> arguments, SqlType source) {
    SqlType type = resolve(name, arguments);
    boolean exact = source.kind() == TypeKind.NUMERIC || source.kind().isInteger();
    return type.kind() == TypeKind.NUMERIC && arguments.isEmpty() && exact
        ? NumericTypes.of(source)
        : type;
  }

  private static SqlType numeric(int precision, int scale) {
    if (precision < 1 || precision > SqlType.MAX_PRECISION) {
      throw invalid(
          "NUMERIC precision " + precision + " must be between 1 and " + SqlType.MAX_PRECISION);
    }
    if (scale < 0 || scale > precision) {
      throw invalid("NUMERIC scale " + scale + " must be between 0 and precision " + precision);
    }
    return SqlType.numeric(precision, scale);
  }

  private static int length(String name, int length) {
    if (length < 1) {
      throw invalid("length for type " + name + " must be at least 1");
    }
    if (length > MAX_LENGTH) {
      throw invalid("length for type " + name + " cannot exceed " + MAX_LENGTH);
    }
    return length;
  }

  private static SqlType floating(String name, int bits) {
    if (!name.equals("float")) {
      throw invalid("type modifier is not allowed for type " + name);
    }
    if (bits < 1 || bits > MAX_DOUBLE_BITS) {
      throw invalid("precision for type float must be between 1 and " + MAX_DOUBLE_BITS + " bits");
    }
    return bits <= MAX_REAL_BITS ? SqlType.REAL : SqlType.DOUBLE;
  }

  private static SqlType microseconds(SqlType type, int digits) {
    if (digits != MICRO_DIGITS) {
      throw new GabbroException(
          ErrorCode.UNSUPPORTED, type + " with a precision other than " + MICRO_DIGITS);
    }
    return type;
  }

  private static GabbroException invalid(String message) {
    return new GabbroException(ErrorCode.INVALID_ARGUMENT, message);
  }

  private static GabbroException undefined(String name) {
    GabbroException error = new GabbroException(ErrorCode.UNDEFINED_TYPE, name);
    Optional<String> similar = Suggestions.closest(name, TYPES.keySet());
    return similar.isEmpty()
        ? error
        : error.withHint("did you mean \"" + similar.orElseThrow() + "\"?");
  }
}
