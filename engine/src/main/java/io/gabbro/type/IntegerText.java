package io.gabbro.type;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.charset.StandardCharsets;

/** The text form of the integer types. */
public final class IntegerText {
  private IntegerText() {}

  /**
   * Reads an integer from UTF-8 text, blanks around it ignored.
   *
   * @param type the integer type, for its limits and for errors
   * @throws GabbroException INVALID_TEXT_REPRESENTATION or NUMERIC_OUT_OF_RANGE
   */
  public static long parse(byte[] bytes, int start, int length, SqlType type) {
    int end = start + length;
    int position = start;
    while (position < end && bytes[position] == ' ') {
      position++;
    }
    while (end > position && bytes[end - 1] == ' ') {
      end--;
    }
    boolean negative = position < end && bytes[position] == '-';
    if (negative || (position < end && bytes[position] == '+')) {
      position++;
    }
    // Negative numbers reach one further than positive ones.
    long value = 0;
    boolean overflow = false;
    boolean valid = position < end;
    for (; position < end; position++) {
      int digit = bytes[position] - '0';
      valid &= digit >= 0 && digit <= 9;
      overflow |= value < (Long.MIN_VALUE + digit) / 10;
      value = value * 10 - digit;
    }
    if (!valid) {
      throw new GabbroException(
          ErrorCode.INVALID_TEXT_REPRESENTATION, type, text(bytes, start, length));
    }
    if (overflow
        || (!negative && value == Long.MIN_VALUE)
        || !isInRange(type.kind(), negative ? value : -value)) {
      throw new GabbroException(
          ErrorCode.NUMERIC_OUT_OF_RANGE,
          "value \"" + text(bytes, start, length).strip() + "\" for type " + type);
    }
    return negative ? value : -value;
  }

  /** Whether an integer type holds a value. */
  public static boolean isInRange(TypeKind kind, long value) {
    return switch (kind) {
      case TINYINT -> value == (byte) value;
      case SMALLINT -> value == (short) value;
      case INTEGER -> value == (int) value;
      default -> true;
    };
  }

  private static String text(byte[] bytes, int start, int length) {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}
