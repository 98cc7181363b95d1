package io.gabbro.serializer.raw;

import io.gabbro.type.SqlType;

/**
 * A column in a raw value.
 *
 * @param name its name, for messages
 * @param type its type
 * @param offset the number of bytes before it
 * @param width its length in bytes, or {@link #REST}
 * @param littleEndian whether numbers have their least significant byte first
 */
record RawField(String name, SqlType type, int offset, int width, boolean littleEndian) {
  /** All bytes from the offset on. */
  static final int REST = -1;

  /** The least length of a value that has this column. */
  int end() {
    return offset + Math.max(width, 0);
  }
}
