package io.gabbro.type;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text in the making, as UTF-8 bytes in an array that grows. Used again; not thread-safe. */
public final class Utf8Builder {
  private byte[] bytes = new byte[64];
  private int length;

  /** The bytes; those behind {@link #length()} are undefined. Changes when the builder grows. */
  public byte[] bytes() {
    return bytes;
  }

  /** The number of bytes. */
  public int length() {
    return length;
  }

  /** Starts over. */
  public Utf8Builder clear() {
    length = 0;
    return this;
  }

  /** Cuts the text to its first {@code count} bytes. */
  public void truncate(int count) {
    length = count;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
    }
  }

  /** Appends one ASCII character. */
  public Utf8Builder append(char ascii) {
    ensure(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** Appends text. */
  public Utf8Builder append(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return append(encoded, 0, encoded.length);
  }

  /** Appends bytes. */
  public Utf8Builder append(byte[] source, int start, int count) {
    ensure(count);
    System.arraycopy(source, start, bytes, length, count);
    length += count;
    return this;
  }

  /** Appends a code point. */
  public Utf8Builder appendCodePoint(int codePoint) {
    ensure(4);
    length = Utf8.encode(codePoint, bytes, length);
    return this;
  }

  /** Appends a decimal number. */
  public Utf8Builder append(long number) {
    if (number < 0) {
      append('-');
    }
    return appendMagnitude(number, 1);
  }

  /** Appends a decimal number without its sign, with zeros in front up to {@code digits}. */
  public Utf8Builder appendMagnitude(long number, int digits) {
    int count = Math.max(digits, digitCount(number));
    ensure(count);
    // Negative numbers reach one further than positive ones.
    long rest = number > 0 ? -number : number;
    for (int index = length + count - 1; index >= length; index--) {
      long quotient = rest / 10;
      bytes[index] = (byte) ('0' + (int) (quotient * 10 - rest));
      rest = quotient;
    }
    length += count;
    return this;
  }

  private static int digitCount(long number) {
    int count = 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      count++;
    }
    return count;
  }

  /** The text so far. */
  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
