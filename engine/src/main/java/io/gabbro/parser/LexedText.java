package io.gabbro.parser;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a text, without blanks and comments. Malformed input is a token too, so lexing
 * itself never fails.
 *
 * @param text the whole text
 * @param tokens the tokens; the last one is the end of the text
 * @param openComment where a block comment starts that does not end
 */
record LexedText(String text, List<Token> tokens, Optional<SourcePosition> openComment) {

  /**
   * Lexes {@code text}.
   *
   * @throws GabbroException STATEMENT_TOO_COMPLEX when it is longer than {@link Limits#TEXT_LENGTH}
   */
  static LexedText of(String text) {
    if (text.length() > Limits.TEXT_LENGTH) {
      throw new GabbroException(
          ErrorCode.STATEMENT_TOO_COMPLEX,
          "the SQL text has "
              + text.length()
              + " characters, more than the limit of "
              + Limits.TEXT_LENGTH);
    }
    Lexer lexer = new Lexer(new SqlText(text));
    List<Token> tokens = new ArrayList<>(16 + text.length() / 8);
    Token token;
    do {
      token = lexer.nextToken();
      tokens.add(token);
    } while (token.getType() != Token.EOF);
    return new LexedText(text, tokens, lexer.openComment());
  }

  /** Where {@code token} starts. */
  static SourcePosition position(Token token) {
    return new SourcePosition(
        token.getStartIndex(), token.getLine(), token.getCharPositionInLine() + 1);
  }

  /** Whether {@code token} is malformed input. */
  static boolean isMalformed(Token token) {
    return token.getType() >= GabbroLexer.UNTERMINATED_IDENTIFIER;
  }

  /** The generated lexer, which remembers where the outermost open comment starts. */
  private static final class Lexer extends GabbroLexer {
    private SourcePosition outermostComment = SourcePosition.START;

    Lexer(SqlText text) {
      super(text);
      removeErrorListeners();
    }

    @Override
    public void pushMode(int mode) {
      if (_modeStack.isEmpty()) {
        outermostComment =
            new SourcePosition(
                _tokenStartCharIndex, _tokenStartLine, _tokenStartCharPositionInLine + 1);
      }
      super.pushMode(mode);
    }

    Optional<SourcePosition> openComment() {
      return _modeStack.isEmpty() ? Optional.empty() : Optional.of(outermostComment);
    }
  }
}
