package io.gabbro.parser;

import io.gabbro.grammar.GabbroLexer;
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

  /** The statements of {@code script}; empty ones are skipped. */
  public static List<Piece> split(String script) {
    StatementReader reader = new StatementReader(script);
    List<Piece> pieces = new ArrayList<>();
    Extent extent = new Extent();
    while (reader.read(extent::add)) {
      String text = script.substring(extent.start, extent.end);
      pieces.add(new Piece(text, extent.start, isTerminated(reader)));
      extent = new Extent();
    }
    return pieces;
  }

  /**
   * Whether nothing in {@code script} waits for more text: each statement has its semicolon, and no
   * quote or comment is open.
   */
  public static boolean isComplete(String script) {
    StatementReader reader = new StatementReader(script);
    while (reader.read(token -> {})) {
      if (!isTerminated(reader)) {
        return false;
      }
    }
    return reader.openComment().isEmpty();
  }

  private static boolean isTerminated(StatementReader reader) {
    return reader.terminator().getType() == GabbroLexer.SEMICOLON;
  }

  /** From the start of the first token to the end of the last one. */
  private static final class Extent {
    private int start = -1;
    private int end;

    void add(Token token) {
      start = start < 0 ? token.getStartIndex() : start;
      end = token.getStopIndex() + 1;
    }
  }
}
