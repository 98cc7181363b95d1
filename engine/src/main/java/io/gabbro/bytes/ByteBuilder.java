package io.gabbro.bytes;

import java.util.Arrays;

/**
 * A byte array that grows at its end and is used again: keys and values are built in it without
 * allocation. Multi-byte numbers are written most significant byte first unless the method's name
 * says otherwise. Not thread-safe.
 */
public final class ByteBuilder {
  private byte[] bytes;
  private int length;

  /** An empty builder. */
  public ByteBuilder() {
    this(64);
  }

  /** An empty builder with room for {@code capacity} bytes. */
  public ByteBuilder(int capacity) {
    bytes = new byte[capacity];
  }

  /** The array; only the first {@link #length()} bytes count. It changes when the builder grows. */
  public byte[] bytes() {
    return bytes;
  }

  /** The number of bytes in use. */
  public int length() {
    return length;
  }

  /** Empties the builder. */
  public void clear() {
    length = 0;
  }

  /** Cuts the content, or makes it longer by bytes whose content is undefined. */
  public void setLength(int newLength) {
    reserve(Math.max(0, newLength - length));
    length = newLength;
  }

  /** Makes room for {@code count} more bytes. */
  public void reserve(int count) {
    int needed = Math.addExact(length, count);
    if (needed > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
    }
  }

  /** Appends a byte: the lowest eight bits of {@code value}. */
  public void putByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  /** Appends two bytes. */
  public void putShort(int value) {
    reserve(2);
    BigEndian.putShort(bytes, length, value);
    length += 2;
  }

  /** Appends four bytes. */
  public void putInt(int value) {
    reserve(4);
    BigEndian.putInt(bytes, length, value);
    length += 4;
  }

  /** Appends eight bytes. */
  public void putLong(long value) {
    reserve(8);
    BigEndian.putLong(bytes, length, value);
    length += 8;
  }

  /** Appends two bytes, least significant first. */
  public void putShortLittle(int value) {
    reserve(2);
    LittleEndian.putShort(bytes, length, value);
    length += 2;
  }

  /** Appends four bytes, least significant first. */
  public void putIntLittle(int value) {
    reserve(4);
    LittleEndian.putInt(bytes, length, value);
    length += 4;
  }

  /** Appends eight bytes, least significant first. */
  public void putLongLittle(long value) {
    reserve(8);
    LittleEndian.putLong(bytes, length, value);
    length += 8;
  }

  /** Appends a copy of some bytes. */
  public void put(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  /** Appends a copy of an array. */
  public void put(byte[] source) {
    put(source, 0, source.length);
  }

  /**
   * Appends the UTF-8 form of a string.
   *
   * @return whether it has one; false, with nothing appended, when it has half a surrogate pair
   */
  public boolean putUtf8(String text) {
    reserve(Math.multiplyExact(text.length(), 3));
    int at = length;
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      if (unit < 0x80) {
        bytes[at++] = (byte) unit;
      } else if (unit < 0x800) {
        bytes[at++] = (byte) (0xC0 | (unit >> 6));
        bytes[at++] = (byte) (0x80 | (unit & 0x3F));
      } else if (!Character.isSurrogate(unit)) {
        bytes[at++] = (byte) (0xE0 | (unit >> 12));
        bytes[at++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
        bytes[at++] = (byte) (0x80 | (unit & 0x3F));
      } else {
        int codePoint = text.codePointAt(index++);
        if (codePoint < 0x10000) {
          return false;
        }
        bytes[at++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        bytes[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        bytes[at++] = (byte) (0x80 | (codePoint & 0x3F));
      }
    }
    length = at;
    return true;
  }

  /** A copy of the content. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }
}
