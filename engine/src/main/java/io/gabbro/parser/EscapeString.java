package io.gabbro.parser;

import org.antlr.v4.runtime.Token;

/**
 * Resolves the escapes of {@code E'...'} as PostgreSQL does: the letters b, f, n, r and t, ASCII in
 * octal or hexadecimal digits, Unicode in four or eight digits, and any other character for itself.
 */
final class EscapeString {
  private static final int LAST_OF_ASCII = 0x7F;

  private final Token token;
  private final String text;
  private final StringBuilder value = new StringBuilder();
  private int index = 2;

  private EscapeString(Token token) {
    this.token = token;
    this.text = token.getText();
  }

  /**
   * The value of {@code token}.
   *
   * @throws io.gabbro.error.GabbroException SYNTAX_ERROR for an escape that names no character
   */
  static String value(Token token) {
    return new EscapeString(token).resolve();
  }

  private String resolve() {
    int end = text.length() - 1;
    while (index < end) {
      char unit = text.charAt(index++);
      if (unit == '\'') {
        index++;
        value.append(unit);
      } else if (unit == '\\') {
        escape(text.charAt(index++));
      } else {
        value.append(unit);
      }
    }
    return value.toString();
  }

  private void escape(char letter) {
    switch (letter) {
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'x' -> code(16, 1, 2, LAST_OF_ASCII);
      case 'u' -> code(16, 4, 4, Character.MAX_CODE_POINT);
      case 'U' -> code(16, 8, 8, Character.MAX_CODE_POINT);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        index--;
        code(8, 1, 3, LAST_OF_ASCII);
      }
      default -> value.append(letter);
    }
  }

  private void code(int radix, int least, int most, int greatest) {
    int start = index;
    long codePoint = 0;
    while (index < start + most && digit(radix) >= 0) {
      codePoint = codePoint * radix + digit(radix);
      index++;
    }
    if (index - start < least || codePoint == 0 || codePoint > greatest) {
      throw SyntaxError.at(
          token,
          "invalid escape \"" + text.substring(start - 2 + (radix == 8 ? 1 : 0), index) + '"');
    }
    value.appendCodePoint((int) codePoint);
  }

  private int digit(int radix) {
    char letter = text.charAt(index);
    return letter < 0x80 ? Character.digit(letter, radix) : -1;
  }
}
