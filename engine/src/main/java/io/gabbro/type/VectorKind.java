package io.gabbro.type;

/** How the values of a type lie in a column vector. */
public enum VectorKind {
  /** One boolean a row. */
  BOOLEAN,
  /** One int a row: TINYINT, SMALLINT, INTEGER, and DATE as days since 1970-01-01. */
  INT,
  /**
   * One long a row: BIGINT; TIME as microseconds of the day; TIMESTAMP as microseconds since
   * 1970-01-01 00:00, TIMESTAMP WITH TIME ZONE the same in UTC.
   */
  LONG,
  /** One double a row: DOUBLE, and REAL rounded to float. */
  DOUBLE,
  /** An unscaled value of up to 38 digits a row; the scale belongs to the type. */
  DECIMAL,
  /** Bytes: UTF-8 text, byte strings, and UUIDs as 16 bytes, most significant first. */
  BYTES,
  /** Months, days and microseconds. */
  INTERVAL
}
