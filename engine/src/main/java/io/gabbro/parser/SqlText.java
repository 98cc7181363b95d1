package io.gabbro.parser;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A SQL text as the lexer sees it. Indexes count UTF-16 code units, as everywhere in the engine.
 *
 * <p>The lexer takes its cached way for ASCII only, so a character beyond ASCII appears as the
 * symbol of its class; the grammar of the lexer says which symbols there are. Both halves of a
 * surrogate pair appear as the class of their code point.
 */
final class SqlText implements CharStream {
  private static final int LETTER = 1;
  private static final int NAME_PART = 2;
  private static final int OTHER = 3;

  private final String text;
  private int index;

  SqlText(String text) {
    this.text = text;
  }

  @Override
  public int LA(int offset) {
    int at = offset > 0 ? index + offset - 1 : index + offset;
    if (at < 0 || at >= text.length()) {
      return EOF;
    }
    char unit = text.charAt(at);
    return unit > OTHER && unit < 0x80 ? unit : symbol(at);
  }

  private int symbol(int at) {
    char unit = text.charAt(at);
    if (unit <= OTHER) {
      return OTHER;
    }
    int codePoint =
        Character.isLowSurrogate(unit) && at > 0 ? text.codePointAt(at - 1) : text.codePointAt(at);
    if (Character.isSpaceChar(codePoint) || codePoint == 0xFEFF) {
      return ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER ->
          LETTER;
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER ->
          NAME_PART;
      default -> OTHER;
    };
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
  }

  @Override
  public void consume() {
    index++;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // Every index stays reachable.
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int target) {
    index = target;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }
}
