package io.gabbro.type;

/** The form of numbers: {@code [+-] digits [. digits] [e [+-] digits]}. */
final class NumberScanner {
  private NumberScanner() {}

  /** Whether a text is a number and nothing else. */
  static boolean isNumber(String text) {
    int position = skipSign(text, 0);
    int integerEnd = skipDigits(text, position);
    int digits = integerEnd - position;
    position = integerEnd;
    if (position < text.length() && text.charAt(position) == '.') {
      int fractionEnd = skipDigits(text, position + 1);
      digits += fractionEnd - position - 1;
      position = fractionEnd;
    }
    if (digits == 0) {
      return false;
    }
    if (position < text.length() && (text.charAt(position) | 0x20) == 'e') {
      int exponent = skipSign(text, position + 1);
      position = skipDigits(text, exponent);
      return position > exponent && position == text.length();
    }
    return position == text.length();
  }

  private static int skipSign(String text, int position) {
    return position < text.length()
            && (text.charAt(position) == '+' || text.charAt(position) == '-')
        ? position + 1
        : position;
  }

  private static int skipDigits(String text, int start) {
    int position = start;
    while (position < text.length()
        && text.charAt(position) >= '0'
        && text.charAt(position) <= '9') {
      position++;
    }
    return position;
  }
}
