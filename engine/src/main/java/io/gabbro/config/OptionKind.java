package io.gabbro.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What values an {@link Option} takes.
 *
 * @param form what it looks like
 * @param choices the words of a choice; empty for other forms
 */
public record OptionKind(Form form, List<String> choices) {
  /** {@code true} or {@code false}. */
  public static final OptionKind BOOLEAN = new OptionKind(Form.BOOLEAN, List.of("true", "false"));

  /** A whole number that is not negative. */
  public static final OptionKind INTEGER = new OptionKind(Form.INTEGER, List.of());

  /** A number of bytes: {@code 4096}, {@code 64KB}, {@code 256MB}, {@code 2GB}. */
  public static final OptionKind BYTES = new OptionKind(Form.BYTES, List.of());

  /** A length of time: {@code 250} or {@code 250ms}, {@code 10s}, {@code 5min}, {@code 1h}. */
  public static final OptionKind DURATION = new OptionKind(Form.DURATION, List.of());

  /** {@code system} or the name of a time zone. */
  public static final OptionKind TIME_ZONE = new OptionKind(Form.TIME_ZONE, List.of());

  /** Any text. */
  public static final OptionKind TEXT = new OptionKind(Form.TEXT, List.of());

  /** The forms. */
  public enum Form {
    /** True or false. */
    BOOLEAN,
    /** One of some words. */
    CHOICE,
    /** A whole number. */
    INTEGER,
    /** A number of bytes. */
    BYTES,
    /** A length of time. */
    DURATION,
    /** A time zone. */
    TIME_ZONE,
    /** Any text. */
    TEXT
  }

  /** One of some words. */
  public static OptionKind choice(String... words) {
    return new OptionKind(Form.CHOICE, List.of(words));
  }

  /**
   * The value in its canonical form.
   *
   * @throws IllegalArgumentException when it is none of this kind; the message says what is
   */
  String normalize(String value) {
    String folded = value.strip().toLowerCase(Locale.ROOT);
    switch (form) {
      case BOOLEAN, CHOICE -> {
        String word = form == Form.BOOLEAN ? booleanWord(folded) : folded;
        if (!choices.contains(word)) {
          throw new IllegalArgumentException("must be one of " + String.join(", ", choices));
        }
        return word;
      }
      case INTEGER -> parseNumber(folded);
      case BYTES -> parseBytes(folded);
      case DURATION -> parseDuration(folded);
      case TIME_ZONE -> {
        parseZone(value.strip());
        return value.strip();
      }
      case TEXT -> {
        return value.strip();
      }
    }
    return folded;
  }

  private static String booleanWord(String word) {
    return switch (word) {
      case "on", "yes", "1", "" -> "true";
      case "off", "no", "0" -> "false";
      default -> word;
    };
  }

  static long parseNumber(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number", e);
    }
    throw new IllegalArgumentException("must not be negative");
  }

  static long parseBytes(String text) {
    return scaled(
        text,
        List.of("kb", "mb", "gb", "tb", "b"),
        List.of(1L << 10, 1L << 20, 1L << 30, 1L << 40, 1L));
  }

  static Duration parseDuration(String text) {
    return Duration.ofMillis(
        scaled(
            text,
            List.of("ms", "min", "s", "h", "d"),
            List.of(1L, 60_000L, 1000L, 3_600_000L, 86_400_000L)));
  }

  static ZoneId parseZone(String text) {
    try {
      return text.equalsIgnoreCase("system") ? ZoneId.systemDefault() : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be system or the name of a time zone", e);
    }
  }

  private static long scaled(String text, List<String> units, List<Long> factors) {
    for (int index = 0; index < units.size(); index++) {
      if (text.endsWith(units.get(index))) {
        String number = text.substring(0, text.length() - units.get(index).length()).strip();
        try {
          return Math.multiplyExact(parseNumber(number), factors.get(index));
        } catch (ArithmeticException e) {
          throw new IllegalArgumentException("is too large", e);
        }
      }
    }
    return parseNumber(text);
  }
}
