package io.gabbro.parser;

import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroLexer;
import org.antlr.v4.runtime.Token;

/** What single tokens tell. */
final class Tokens {
  private Tokens() {}

  /** Where {@code token} starts. */
  static SourcePosition position(Token token) {
    return new SourcePosition(
        token.getStartIndex(), token.getLine(), token.getCharPositionInLine() + 1);
  }

  /** Whether {@code token} is malformed input. */
  static boolean isMalformed(Token token) {
    return token.getType() >= GabbroLexer.UNTERMINATED_IDENTIFIER;
  }
}
