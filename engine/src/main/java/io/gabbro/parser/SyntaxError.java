package io.gabbro.parser;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds syntax errors: the offending text, its place, what was expected, and perhaps a hint. */
final class SyntaxError {
  private static final int LONGEST_EXCERPT = 40;
  private static final int MOST_EXPECTED = 9;

  private SyntaxError() {}

  /** The error of a statement that the grammar does not allow. */
  static GabbroException of(Expectations expectations, StatementTokens tokens) {
    Token token = tokens.get(expectations.tokenIndex());
    List<String> expected = ExpectedWords.of(expectations);
    GabbroException error = at(token, "expected " + enumerate(expected));
    Optional<String> hint = SyntaxHint.of(expectations, tokens);
    return hint.isPresent() ? error.withHint(hint.get()) : error;
  }

  /** A syntax error at {@code token}. */
  static GabbroException at(Token token, String explanation) {
    SourcePosition position = Tokens.position(token);
    String offender =
        token.getType() == Token.EOF ? "end of statement" : "\"" + excerpt(token) + "\"";
    return GabbroException.at(
        position,
        ErrorCode.SYNTAX_ERROR,
        "syntax error at " + offender + " " + place(position) + ": " + explanation);
  }

  /** The place in words, as messages show it. */
  static String place(SourcePosition position) {
    return "(line " + position.line() + ", column " + position.column() + ")";
  }

  /** The text of {@code token} on one line, cut when it is long. */
  static String excerpt(Token token) {
    String text = token.getText();
    int end = 0;
    while (end < text.length() && end < LONGEST_EXCERPT && text.charAt(end) >= ' ') {
      end++;
    }
    if (end == text.length()) {
      return text;
    }
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "...";
  }

  private static String enumerate(List<String> words) {
    int last = words.size() - 1;
    if (last == 0) {
      return words.get(0);
    }
    if (last >= MOST_EXPECTED) {
      List<String> first = words.subList(0, MOST_EXPECTED - 2);
      return String.join(", ", first) + ", ... or " + words.get(last);
    }
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
