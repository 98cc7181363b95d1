package io.gabbro.parser;

import io.gabbro.grammar.GabbroParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Cuts tokens into statements at the semicolons, except those inside BEGIN BATCH. */
final class ScriptCutter {
  private ScriptCutter() {}

  /** The statements of a text, without empty ones. */
  static List<Range> cut(LexedText lexed) {
    List<Token> tokens = lexed.tokens();
    List<Range> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      boolean end = type == Token.EOF;
      if (end || (type == GabbroParser.SEMICOLON && !isOpenBatch(tokens, from, i))) {
        if (i > from) {
          ranges.add(new Range(from, i));
        }
        from = i + 1;
      }
    }
    return ranges;
  }

  /** Whether the tokens of a range begin a batch and do not end it. */
  private static boolean isOpenBatch(List<Token> tokens, int from, int to) {
    return to - from >= 2
        && tokens.get(from).getType() == GabbroParser.BEGIN
        && tokens.get(from + 1).getType() == GabbroParser.BATCH
        && !(tokens.get(to - 2).getType() == GabbroParser.APPLY
            && tokens.get(to - 1).getType() == GabbroParser.BATCH);
  }

  /**
   * The tokens of one statement.
   *
   * @param from the first one
   * @param to the one behind the last: a semicolon or the end of the text
   */
  record Range(int from, int to) {
    /** No statement. */
    static final Range EMPTY = new Range(0, 0);

    StatementTokens tokens(LexedText lexed) {
      return new StatementTokens(lexed, from, to);
    }
  }
}
