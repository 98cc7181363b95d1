package io.gabbro.type;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The text form of REAL and DOUBLE PRECISION: the shortest decimal that reads back as the same
 * value, written as PostgreSQL does ({@code 0.1}, {@code 100000}, {@code 1e+15}, {@code 1e-05},
 * {@code NaN}, {@code Infinity}).
 */
public final class FloatingText {
  /** Decimals of up to this many digits differ as doubles, subnormal numbers apart. */
  private static final int DOUBLE_DIGITS = 15;

  private static final int MAX_DOUBLE_DIGITS = 17;

  /** Decimals of up to this many digits differ as floats, subnormal numbers apart. */
  private static final int FLOAT_DIGITS = 6;

  private static final int MAX_FLOAT_DIGITS = 9;

  private static final int MIN_PLAIN_EXPONENT = -4;
  private static final int QUICK_DECIMALS = 6;

  private FloatingText() {}

  /** Appends a double. */
  public static void append(Utf8Builder target, double value) {
    if (!appendSpecial(target, value) && !appendQuickly(target, value, DOUBLE_DIGITS)) {
      BigDecimal exact = new BigDecimal(value);
      int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : DOUBLE_DIGITS;
      BigDecimal rounded = round(exact, digits);
      while (digits < MAX_DOUBLE_DIGITS && rounded.doubleValue() != value) {
        rounded = round(exact, ++digits);
      }
      appendDecimal(target, rounded, DOUBLE_DIGITS);
    }
  }

  /** Appends a float. */
  public static void append(Utf8Builder target, float value) {
    if (!appendSpecial(target, value)) {
      BigDecimal exact = new BigDecimal(value);
      int digits = Math.abs(value) < Float.MIN_NORMAL ? 1 : FLOAT_DIGITS;
      BigDecimal rounded = round(exact, digits);
      while (digits < MAX_FLOAT_DIGITS && rounded.floatValue() != value) {
        rounded = round(exact, ++digits);
      }
      appendDecimal(target, rounded, FLOAT_DIGITS);
    }
  }

  private static BigDecimal round(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static boolean appendSpecial(Utf8Builder target, double value) {
    if (value == 0) {
      target.append(1 / value < 0 ? "-0" : "0");
    } else if (Double.isNaN(value)) {
      target.append("NaN");
    } else if (Double.isInfinite(value)) {
      target.append(value > 0 ? "Infinity" : "-Infinity");
    } else {
      return false;
    }
    return true;
  }

  /** For values with few digits behind the point; they need no arithmetic on big numbers. */
  private static boolean appendQuickly(Utf8Builder target, double value, int maxDigits) {
    double limit = Decimals.powerOfTen(maxDigits);
    for (int scale = 0; scale <= QUICK_DECIMALS; scale++) {
      double power = Decimals.powerOfTen(scale);
      double scaled = Math.rint(value * power);
      if (Math.abs(scaled) >= limit) {
        return false;
      }
      if (scaled != 0 && scaled / power == value) {
        if (Math.abs(value) < 1e-4) {
          return false;
        }
        DecimalText.append(target, (long) scaled >> 63, (long) scaled, scale);
        return true;
      }
    }
    return false;
  }

  /** The exponent form is taken below 1e-4 and from ten to the power of {@code plainDigits} on. */
  private static void appendDecimal(Utf8Builder target, BigDecimal value, int plainDigits) {
    BigDecimal shortest = value.stripTrailingZeros();
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    if (exponent >= MIN_PLAIN_EXPONENT && exponent < plainDigits) {
      target.append(shortest.toPlainString());
      return;
    }
    if (shortest.signum() < 0) {
      target.append('-');
    }
    target.append(digits.charAt(0));
    if (digits.length() > 1) {
      target.append('.').append(digits.substring(1));
    }
    target.append('e').append(exponent < 0 ? '-' : '+').appendMagnitude(exponent, 2);
  }

  /** Reads a double from UTF-8 text, blanks around it ignored. */
  public static double parseDouble(byte[] bytes, int start, int length) {
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    Double special = special(text, SqlType.DOUBLE);
    if (special != null) {
      return special;
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value) || (value == 0 && hasNonZeroDigit(text))) {
      throw outOfRange(text, SqlType.DOUBLE);
    }
    return value;
  }

  /** Reads a float from UTF-8 text, blanks around it ignored. */
  public static float parseFloat(byte[] bytes, int start, int length) {
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    Double special = special(text, SqlType.REAL);
    if (special != null) {
      return special.floatValue();
    }
    float value = Float.parseFloat(text);
    if (Float.isInfinite(value) || (value == 0 && hasNonZeroDigit(text))) {
      throw outOfRange(text, SqlType.REAL);
    }
    return value;
  }

  private static GabbroException outOfRange(String text, SqlType type) {
    return new GabbroException(
        ErrorCode.NUMERIC_OUT_OF_RANGE, "value \"" + text.strip() + "\" for type " + type);
  }

  private static boolean hasNonZeroDigit(String text) {
    for (int index = 0; index < text.length(); index++) {
      char digit = text.charAt(index);
      if (digit == 'e' || digit == 'E') {
        return false;
      }
      if (digit >= '1' && digit <= '9') {
        return true;
      }
    }
    return false;
  }

  /** NaN and the infinities; null when the text has the form of a number, which Java reads. */
  private static Double special(String text, SqlType type) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> {
        if (!NumberScanner.isNumber(word)) {
          throw new GabbroException(ErrorCode.INVALID_TEXT_REPRESENTATION, type, text);
        }
        yield null;
      }
    };
  }
}
