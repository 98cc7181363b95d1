package io.gabbro.jdbc.metadata;

/**
 * Words of the dialect, in the lists that JDBC asks for. The functions are those of the escape
 * <code>{fn …}</code>, by the names that JDBC gives them.
 */
final class FunctionNames {
  /** Keywords that are none of SQL:2003. */
  static final String KEYWORDS =
      "ABORT,ANALYZE,APPLY,BATCH,COLUMNS,COPY,DAYS,EXPLAIN,HOURS,IF,ILIKE,LIMIT,MINUTES,MONTHS,"
          + "OFFSET,RENAME,RETURNING,SECONDS,SHOW,TABLES,TIMESTAMPTZ,TRUNCATE,UUID,YEARS";

  static final String NUMERIC =
      "ABS,ACOS,ASIN,ATAN,ATAN2,CEILING,COS,COT,DEGREES,EXP,FLOOR,LOG,LOG10,MOD,PI,POWER,RADIANS,"
          + "RAND,ROUND,SIGN,SIN,SQRT,TAN,TRUNCATE";

  static final String STRING =
      "ASCII,CHAR,CHAR_LENGTH,CHARACTER_LENGTH,CONCAT,LCASE,LEFT,LENGTH,LTRIM,OCTET_LENGTH,REPEAT,"
          + "REPLACE,RIGHT,RTRIM,SUBSTRING,UCASE";

  static final String SYSTEM = "IFNULL";

  static final String TIME_AND_DATE =
      "CURDATE,CURRENT_DATE,CURRENT_TIME,CURRENT_TIMESTAMP,CURTIME,NOW";

  private FunctionNames() {}
}
