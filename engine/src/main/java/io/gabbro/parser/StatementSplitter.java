package io.gabbro.parser;

import io.gabbro.grammar.GabbroParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a script into its statements without parsing them: at the semicolons outside of quotes,
 * comments and BEGIN BATCH. It never fails on what is no SQL, so an editor may call it while the
 * user types.
 */
public final class StatementSplitter {
  private StatementSplitter() {}

  /**
   * One statement of a script.
   *
   * @param text its text without the semicolon, and without the comments around it
   * @param offset where the text starts in the script, in UTF-16 code units
   * @param terminated whether a semicolon ends it; only the last one may lack that
   */
  public record Piece(String text, int offset, boolean terminated) {}

  /**
   * The statements of {@code script}; empty ones are skipped.
   *
   * @throws io.gabbro.error.GabbroException STATEMENT_TOO_COMPLEX when the script is longer than
   *     {@link Limits#TEXT_LENGTH}
   */
  public static List<Piece> split(String script) {
    LexedText lexed = LexedText.of(script);
    List<Piece> pieces = new ArrayList<>();
    for (ScriptCutter.Range range : ScriptCutter.cut(lexed)) {
      int start = lexed.tokens().get(range.from()).getStartIndex();
      int end = lexed.tokens().get(range.to() - 1).getStopIndex() + 1;
      pieces.add(new Piece(script.substring(start, end), start, isTerminated(lexed, range)));
    }
    return pieces;
  }

  /**
   * Whether nothing in {@code script} waits for more text: each statement has its semicolon, and no
   * quote or comment is open.
   */
  public static boolean isComplete(String script) {
    LexedText lexed = LexedText.of(script);
    return lexed.openComment().isEmpty()
        && ScriptCutter.cut(lexed).stream().allMatch(range -> isTerminated(lexed, range));
  }

  private static boolean isTerminated(LexedText lexed, ScriptCutter.Range range) {
    Token terminator = lexed.tokens().get(range.to());
    return terminator.getType() == GabbroParser.SEMICOLON;
  }
}
