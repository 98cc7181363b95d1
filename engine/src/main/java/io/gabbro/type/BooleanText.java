package io.gabbro.type;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The text form of BOOLEAN: {@code true} and {@code false}; read from these, from yes/no, on/off,
 * 1/0, and from beginnings of them that are unambiguous, in any case.
 */
public final class BooleanText {
  private BooleanText() {}

  /** Appends {@code true} or {@code false}. */
  public static void append(Utf8Builder target, boolean value) {
    target.append(value ? "true" : "false");
  }

  /**
   * Reads a truth value from UTF-8 text, blanks around it ignored.
   *
   * @throws GabbroException INVALID_TEXT_REPRESENTATION
   */
  public static boolean parse(byte[] bytes, int start, int length) {
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    String word = text.strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "t", "tr", "tru", "true", "y", "ye", "yes", "on", "1" -> true;
      case "f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0" -> false;
      default ->
          throw new GabbroException(ErrorCode.INVALID_TEXT_REPRESENTATION, SqlType.BOOLEAN, text);
    };
  }
}
