package io.gabbro.key;

import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a column lies in the keys of a mapped table, where applications wrote the keys with their own
 * {@link KeyCodec}.
 */
public enum KeyEncoding {
  /** As in the keys of native tables, whose order is that of the values. */
  ORDERED,
  /** As {@link KeyCodecs#STRING}: UTF-8 without an end, so only in the last column. */
  STRING,
  /** As {@link KeyCodecs#BYTES}: the bytes without an end, so only in the last column. */
  BYTES,
  /** As {@link KeyCodecs#INT}. */
  INT,
  /** As {@link KeyCodecs#LONG}. */
  LONG,
  /** As {@link KeyCodecs#UNSIGNED_LONG}; numbers beyond BIGINT do not decode. */
  UNSIGNED_LONG,
  /**
   * Four bytes of two's complement, most significant first: negative keys lie behind all others.
   */
  BIG_ENDIAN_INT,
  /**
   * Eight bytes of two's complement, most significant first: negative keys lie behind all others.
   */
  BIG_ENDIAN_LONG,
  /** As {@link KeyCodecs#LITTLE_ENDIAN_INT}: keys are not in the order of the column. */
  LITTLE_ENDIAN_INT,
  /** As {@link KeyCodecs#LITTLE_ENDIAN_LONG}: keys are not in the order of the column. */
  LITTLE_ENDIAN_LONG,
  /** As {@link KeyCodecs#UUID}. */
  UUID,
  /** As {@link KeyCodecs#INSTANT}; instants between two microseconds do not decode. */
  INSTANT;

  /** The encoding that a name in an option means, in any case. */
  public static Optional<KeyEncoding> named(String name) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /**
   * What a column gets without an option: that of the {@link KeyCodecs} constant that suits its
   * type.
   *
   * @param last whether it is the last column of the key
   */
  public static KeyEncoding ofType(SqlType type, boolean last) {
    return switch (type.kind()) {
      case CHAR, VARCHAR -> last ? STRING : ORDERED;
      case VARBINARY -> last ? BYTES : ORDERED;
      case TIMESTAMP_WITH_TIME_ZONE -> INSTANT;
      default -> ORDERED;
    };
  }

  /** Whether a column of a type can lie so. */
  public boolean suits(SqlType type) {
    TypeKind kind = type.kind();
    return switch (this) {
      case ORDERED -> kind != TypeKind.INTERVAL && kind != TypeKind.NULL;
      case STRING -> type.equals(SqlType.TEXT);
      case BYTES -> type.equals(SqlType.BYTEA);
      case INT, BIG_ENDIAN_INT, LITTLE_ENDIAN_INT -> kind == TypeKind.INTEGER;
      case LONG, UNSIGNED_LONG, BIG_ENDIAN_LONG, LITTLE_ENDIAN_LONG -> kind == TypeKind.BIGINT;
      case UUID -> kind == TypeKind.UUID;
      case INSTANT -> kind == TypeKind.TIMESTAMP_WITH_TIME_ZONE;
    };
  }

  /** Whether keys lie in the order of the column's values. */
  public boolean preservesOrder() {
    return switch (this) {
      case BIG_ENDIAN_INT, BIG_ENDIAN_LONG, LITTLE_ENDIAN_INT, LITTLE_ENDIAN_LONG -> false;
      default -> true;
    };
  }

  /** Whether only the last column of a key can lie so. */
  public boolean needsLastPlace() {
    return this == STRING || this == BYTES;
  }

  PartCodec codec(SqlType type, boolean descending) {
    return switch (this) {
      case ORDERED, INT, LONG, UUID -> PartCodec.of(type, descending);
      case STRING -> new RemainingBytesPart(true);
      case BYTES -> new RemainingBytesPart(false);
      case UNSIGNED_LONG -> new UnsignedLongPart();
      case BIG_ENDIAN_INT -> IntegerPart.plain();
      case BIG_ENDIAN_LONG -> LongPart.plain();
      case LITTLE_ENDIAN_INT -> new LittleEndianPart(Integer.BYTES);
      case LITTLE_ENDIAN_LONG -> new LittleEndianPart(Long.BYTES);
      case INSTANT -> new InstantPart();
    };
  }

  /** Its name in options. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
