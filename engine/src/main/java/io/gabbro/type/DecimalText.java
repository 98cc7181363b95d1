package io.gabbro.type;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** The text form of NUMERIC: all digits of the scale, no exponent. */
public final class DecimalText {
  private static final int MAX_EXPONENT = 1000;

  private DecimalText() {}

  /** Appends an unscaled value of two words. */
  public static void append(Utf8Builder target, long high, long low, int scale) {
    if (high != low >> 63) {
      target.append(new BigDecimal(Int128.toBigInteger(high, low), scale).toPlainString());
      return;
    }
    if (low < 0) {
      target.append('-');
    }
    if (scale > Decimals.LONG_PRECISION) {
      target.append("0.").appendMagnitude(low, scale);
      return;
    }
    long power = Decimals.powerOfTen(scale);
    target.appendMagnitude(low / power, 1);
    if (scale > 0) {
      target.append('.').appendMagnitude(low % power, scale);
    }
  }

  /**
   * Reads a number from UTF-8 text, blanks around it ignored, rounded half away from zero to the
   * scale of {@code type}.
   *
   * @throws GabbroException INVALID_TEXT_REPRESENTATION, or NUMERIC_OUT_OF_RANGE when it has more
   *     digits in front of the point than the type
   */
  public static void parse(byte[] bytes, int start, int length, SqlType type, Int128 target) {
    if (!parseQuickly(bytes, start, start + length, type, target)) {
      String text = new String(bytes, start, length, StandardCharsets.UTF_8);
      String number = text.strip();
      if (!NumberScanner.isNumber(number)) {
        throw new GabbroException(ErrorCode.INVALID_TEXT_REPRESENTATION, "numeric", text);
      }
      unscaled(number, type, target);
    }
  }

  /** Short numbers without blanks and exponent; false leaves it to the long way. */
  private static boolean parseQuickly(
      byte[] bytes, int start, int end, SqlType type, Int128 target) {
    boolean negative = start < end && bytes[start] == '-';
    int position = negative ? start + 1 : start;
    int point = -1;
    long unscaled = 0;
    if (end - position < 1 || end - position > Decimals.LONG_PRECISION) {
      return false;
    }
    for (int index = position; index < end; index++) {
      int digit = bytes[index] - '0';
      if (digit >= 0 && digit <= 9) {
        unscaled = unscaled * 10 + digit;
      } else if (bytes[index] == '.' && point < 0 && end - position > 1) {
        point = index;
      } else {
        return false;
      }
    }
    int scale = point < 0 ? 0 : end - point - 1;
    target.set(negative ? -unscaled : unscaled);
    return rescale(target, scale, type.scale()) && Decimals.fits(target, type.length());
  }

  private static void unscaled(String number, SqlType type, Int128 target) {
    BigDecimal value;
    try {
      value = new BigDecimal(number);
    } catch (NumberFormatException exponentTooLong) {
      throw outOfRange(type);
    }
    set(value, type, target);
  }

  /**
   * Sets {@code target} to the unscaled value of a number, rounded half away from zero.
   *
   * @throws GabbroException NUMERIC_OUT_OF_RANGE when it has more digits in front of the point than
   *     {@code type}
   */
  public static void set(BigDecimal value, SqlType type, Int128 target) {
    long digitsInFront = (long) value.precision() - value.scale();
    if (value.signum() == 0 || digitsInFront < -MAX_EXPONENT) {
      target.set(0);
    } else if (digitsInFront > MAX_EXPONENT
        || !target.set(value.setScale(type.scale(), RoundingMode.HALF_UP).unscaledValue())
        || !Decimals.fits(target, type.length())) {
      throw outOfRange(type);
    }
  }

  /**
   * Changes the scale of an unscaled value, rounding half away from zero; false when it no longer
   * fits into 128 bits.
   */
  public static boolean rescale(Int128 value, int from, int to) {
    if (to >= from) {
      return value.scaleUp(to - from);
    }
    value.scaleDown(from - to);
    return true;
  }

  private static GabbroException outOfRange(SqlType type) {
    return new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
  }
}
