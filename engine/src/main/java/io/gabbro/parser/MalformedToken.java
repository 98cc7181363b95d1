package io.gabbro.parser;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroLexer;
import java.util.Locale;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/** The errors of tokens that are none: unterminated quotes and comments, stray characters. */
final class MalformedToken {
  private MalformedToken() {}

  static GabbroException error(Token token) {
    return switch (token.getType()) {
      case GabbroLexer.UNTERMINATED_IDENTIFIER -> unterminated("quoted name", position(token));
      case GabbroLexer.UNTERMINATED_STRING, GabbroLexer.UNTERMINATED_ESCAPE_STRING ->
          unterminated("string", position(token));
      case GabbroLexer.NUMBER_WITH_JUNK ->
          syntaxError(token, "letters follow a number in \"" + SyntaxError.excerpt(token) + "\"");
      default -> strayCharacter(token);
    };
  }

  /** The error of something that starts at {@code start} and does not end. */
  static GabbroException unterminated(String what, SourcePosition start) {
    return GabbroException.at(
        start, ErrorCode.UNTERMINATED_TOKEN, what + " " + SyntaxError.place(start));
  }

  private static GabbroException strayCharacter(Token token) {
    int codePoint = codePoint(token);
    boolean printable = !Character.isISOControl(codePoint);
    String shown =
        printable
            ? "\"" + Character.toString(codePoint) + "\""
            : String.format(Locale.ROOT, "U+%04X", codePoint);
    GabbroException error = syntaxError(token, "unexpected character " + shown);
    String hint =
        switch (codePoint) {
          case '`' -> "names that need quotes are written in double quotes";
          case '\u201C', '\u201D', '\u201E' ->
              "this is a typographic quote; names are quoted with \"";
          case '\u2018', '\u2019', '\u201A' ->
              "this is a typographic quote; strings are quoted with '";
          case ':', '$', '@' -> "parameters are written as ?";
          case '&' -> "conditions are connected with AND";
          case '|' -> "strings are concatenated with ||, conditions connected with OR";
          default -> null;
        };
    return hint == null ? error : error.withHint(hint);
  }

  private static int codePoint(Token token) {
    CharStream text = token.getInputStream();
    int start = token.getStartIndex();
    return text.getText(Interval.of(start, start + 1)).codePointAt(0);
  }

  private static GabbroException syntaxError(Token token, String message) {
    SourcePosition position = position(token);
    return GabbroException.at(
        position, ErrorCode.SYNTAX_ERROR, message + " " + SyntaxError.place(position));
  }

  private static SourcePosition position(Token token) {
    return Tokens.position(token);
  }
}
