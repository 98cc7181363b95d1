package io.gabbro.serializer.kafka;

import io.gabbro.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The serdes that come with Kafka: what a value is, and the bytes that they make of it. */
enum SerdeType {
  /** UTF-8 to the end of the value. */
  STRING(SqlType.TEXT, SerdeType.VARIABLE),
  /** Two's complement, most significant byte first. */
  LONG(SqlType.BIGINT, Long.BYTES),
  /** Two's complement, most significant byte first. */
  INTEGER(SqlType.INTEGER, Integer.BYTES),
  /** Two's complement, most significant byte first. */
  SHORT(SqlType.SMALLINT, Short.BYTES),
  /** IEEE 754, most significant byte first. */
  DOUBLE(SqlType.DOUBLE, Double.BYTES),
  /** IEEE 754, most significant byte first. */
  FLOAT(SqlType.REAL, Float.BYTES),
  /** As they are. */
  BYTES(SqlType.BYTEA, SerdeType.VARIABLE),
  /** The 36 ASCII characters of its text. */
  UUID(SqlType.UUID, 36);

  /** The width of values that are not all of one length. */
  static final int VARIABLE = -1;

  private final SqlType column;
  private final int width;

  SerdeType(SqlType column, int width) {
    this.column = column;
    this.width = width;
  }

  /** The one that a name in an option means, in any case. */
  static Optional<SerdeType> named(String name) {
    return Arrays.stream(values())
        .filter(type -> type.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** All names, for an error message. */
  static List<String> names() {
    return Arrays.stream(values()).map(SerdeType::toString).toList();
  }

  /** The type of the column that holds its values. */
  SqlType column() {
    return column;
  }

  /** The number of bytes of each value, or {@link #VARIABLE}. */
  int width() {
    return width;
  }

  /** Its name in options. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
