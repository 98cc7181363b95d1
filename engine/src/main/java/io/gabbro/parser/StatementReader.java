package io.gabbro.parser;

import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroLexer;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;

/**
 * Reads the tokens of a text one statement after the other, without blanks and comments. Malformed
 * input is a token too, so reading itself never fails. Nothing is kept: a long script costs no more
 * memory than its longest statement.
 */
final class StatementReader {
  private final Lexer lexer;
  private Token terminator;

  StatementReader(String text) {
    lexer = new Lexer(new SqlText(text));
  }

  /**
   * Reads the next statement, up to its semicolon or the end of the text. Empty statements are
   * skipped, and the semicolons inside BEGIN BATCH end nothing.
   *
   * @param receiver takes the tokens, without the terminator
   * @return false when there is no statement any more
   */
  boolean read(Consumer<Token> receiver) {
    Token token = lexer.nextToken();
    while (token.getType() == GabbroLexer.SEMICOLON) {
      token = lexer.nextToken();
    }
    boolean found = token.getType() != Token.EOF;
    BatchState batch = new BatchState();
    while (token.getType() != Token.EOF
        && (token.getType() != GabbroLexer.SEMICOLON || batch.isOpen())) {
      batch.accept(token.getType());
      receiver.accept(token);
      token = lexer.nextToken();
    }
    terminator = token;
    return found;
  }

  /** Reads everything up to the end of the text, semicolons too. */
  void readAll(Consumer<Token> receiver) {
    terminator = lexer.nextToken();
    while (terminator.getType() != Token.EOF) {
      receiver.accept(terminator);
      terminator = lexer.nextToken();
    }
  }

  /** The semicolon or end of the text behind the last statement that was read. */
  Token terminator() {
    return terminator;
  }

  /** Where a block comment starts that does not end; known once the end of the text was read. */
  Optional<SourcePosition> openComment() {
    return lexer.openComment();
  }

  /** Whether the tokens of a statement so far begin a batch and do not end it. */
  private static final class BatchState {
    private int count;
    private boolean begun;
    private int beforeLast;
    private int last;

    void accept(int type) {
      count++;
      beforeLast = last;
      last = type;
      if (count == 2) {
        begun = beforeLast == GabbroLexer.BEGIN && last == GabbroLexer.BATCH;
      }
    }

    boolean isOpen() {
      return begun && !(beforeLast == GabbroLexer.APPLY && last == GabbroLexer.BATCH);
    }
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
