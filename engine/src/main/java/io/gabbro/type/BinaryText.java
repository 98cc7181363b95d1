package io.gabbro.type;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.charset.StandardCharsets;

/**
 * The text forms of byte strings ({@code \xcafe}; also read from PostgreSQL's escape form, {@code
 * abc\\\000}) and of UUIDs.
 */
public final class BinaryText {
  /** The number of bytes of a UUID. */
  public static final int UUID_BYTES = 16;

  private static final String HEX = "0123456789abcdef";

  private BinaryText() {}

  /** Appends a byte string with {@code \x} in front. */
  public static void append(Utf8Builder target, byte[] bytes, int start, int length) {
    target.append('\\').append('x');
    appendHex(target, bytes, start, length);
  }

  /** Appends two hexadecimal digits a byte. */
  public static void appendHex(Utf8Builder target, byte[] bytes, int start, int length) {
    for (int index = start; index < start + length; index++) {
      target.append(HEX.charAt((bytes[index] >> 4) & 15)).append(HEX.charAt(bytes[index] & 15));
    }
  }

  /** Appends a UUID of 16 bytes in its groups of 8, 4, 4, 4 and 12 digits. */
  public static void appendUuid(Utf8Builder target, byte[] bytes, int start) {
    int from = 0;
    for (int to : new int[] {4, 6, 8, 10, UUID_BYTES}) {
      if (from > 0) {
        target.append('-');
      }
      appendHex(target, bytes, start + from, to - from);
      from = to;
    }
  }

  /**
   * Reads a byte string from text and appends its bytes to {@code target}.
   *
   * @throws GabbroException INVALID_TEXT_REPRESENTATION
   */
  public static void parse(byte[] bytes, int start, int length, Utf8Builder target) {
    if (length >= 2 && bytes[start] == '\\' && bytes[start + 1] == 'x') {
      if (!parseHex(bytes, start + 2, length - 2, target)) {
        throw invalid(SqlType.BYTEA, bytes, start, length);
      }
    } else {
      parseEscaped(bytes, start, length, target);
    }
  }

  /**
   * Reads a byte string from the escape form and appends its bytes to {@code target}.
   *
   * @throws GabbroException INVALID_TEXT_REPRESENTATION
   */
  public static void parseEscaped(byte[] bytes, int start, int length, Utf8Builder target) {
    int end = start + length;
    for (int position = start; position < end; position++) {
      if (bytes[position] != '\\') {
        target.append((char) bytes[position]);
      } else if (position + 1 < end && bytes[position + 1] == '\\') {
        target.append('\\');
        position++;
      } else {
        target.append((char) octal(bytes, position + 1, start, length));
        position += 3;
      }
    }
  }

  private static int octal(byte[] bytes, int position, int start, int length) {
    int value = 0;
    for (int index = position; index < position + 3; index++) {
      int digit = index < start + length ? bytes[index] - '0' : -1;
      value = digit < 0 || digit > 7 ? 256 : value * 8 + digit;
    }
    if (value > 255) {
      throw invalid(SqlType.BYTEA, bytes, start, length);
    }
    return value;
  }

  /**
   * Reads pairs of hexadecimal digits, with white space between pairs allowed, and appends their
   * bytes to {@code target}; false when there is anything else.
   */
  public static boolean parseHex(byte[] bytes, int start, int length, Utf8Builder target) {
    int end = start + length;
    int position = start;
    while (position < end) {
      if (bytes[position] == ' ' || bytes[position] == '\n' || bytes[position] == '\t') {
        position++;
        continue;
      }
      int high = Character.digit(bytes[position], 16);
      int low = position + 1 < end ? Character.digit(bytes[position + 1], 16) : -1;
      if (high < 0 || low < 0) {
        return false;
      }
      target.append((char) ((high << 4) | low));
      position += 2;
    }
    return true;
  }

  /**
   * Reads a UUID from text and appends its 16 bytes to {@code target}: 32 digits of either case,
   * with braces around and hyphens between groups of four allowed.
   *
   * @throws GabbroException INVALID_TEXT_REPRESENTATION
   */
  public static void parseUuid(byte[] bytes, int start, int length, Utf8Builder target) {
    int first = start;
    int last = start + length;
    if (length > 2 && bytes[first] == '{' && bytes[last - 1] == '}') {
      first++;
      last--;
    }
    int digits = 0;
    int value = 0;
    for (int position = first; position < last; position++) {
      boolean between = digits > 0 && digits < 2 * UUID_BYTES && digits % 4 == 0;
      if (bytes[position] == '-' && between && bytes[position - 1] != '-') {
        continue;
      }
      int digit = Character.digit(bytes[position], 16);
      if (digit < 0 || digits == 2 * UUID_BYTES) {
        throw invalid(SqlType.UUID, bytes, start, length);
      }
      value = (value << 4) | digit;
      if (++digits % 2 == 0) {
        target.append((char) (value & 255));
      }
    }
    if (digits != 2 * UUID_BYTES) {
      throw invalid(SqlType.UUID, bytes, start, length);
    }
  }

  private static GabbroException invalid(SqlType type, byte[] bytes, int start, int length) {
    return new GabbroException(
        ErrorCode.INVALID_TEXT_REPRESENTATION,
        type,
        new String(bytes, start, length, StandardCharsets.UTF_8));
  }
}
