package io.gabbro.type;

/** The kinds of {@link SqlType}, for exhaustive switches. */
public enum TypeKind {
  /** The type of a bare NULL. */
  NULL,
  /** Truth values. */
  BOOLEAN,
  /** 8-bit integers. */
  TINYINT,
  /** 16-bit integers. */
  SMALLINT,
  /** 32-bit integers. */
  INTEGER,
  /** 64-bit integers. */
  BIGINT,
  /** Exact decimals. */
  NUMERIC,
  /** 32-bit floating point. */
  REAL,
  /** 64-bit floating point. */
  DOUBLE,
  /** Character strings padded to a length. */
  CHAR,
  /** Character strings, with or without a greatest length. */
  VARCHAR,
  /** Byte strings, with or without a greatest length. */
  VARBINARY,
  /** Days. */
  DATE,
  /** Times of day, in microseconds. */
  TIME,
  /** Date and time, in microseconds. */
  TIMESTAMP,
  /** Instants, in microseconds. */
  TIMESTAMP_WITH_TIME_ZONE,
  /** Months, days and microseconds; in expressions only. */
  INTERVAL,
  /** 128-bit identifiers. */
  UUID;

  /** Whether it is one of the integer kinds. */
  public boolean isInteger() {
    return this == TINYINT || this == SMALLINT || this == INTEGER || this == BIGINT;
  }

  /** Whether it is REAL or DOUBLE. */
  public boolean isFloating() {
    return this == REAL || this == DOUBLE;
  }

  /** Whether it holds numbers. */
  public boolean isNumeric() {
    return isInteger() || isFloating() || this == NUMERIC;
  }

  /** Whether it holds characters. */
  public boolean isCharacter() {
    return this == CHAR || this == VARCHAR;
  }

  /** Whether it is a date, a time or a timestamp. */
  public boolean isDateTime() {
    return this == DATE || this == TIME || this == TIMESTAMP || this == TIMESTAMP_WITH_TIME_ZONE;
  }
}
