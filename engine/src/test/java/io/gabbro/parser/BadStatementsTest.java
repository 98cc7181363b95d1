package io.gabbro.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.error.SourceSnippet;
import org.junit.jupiter.api.Test;

/** Runs over {@code errors.txt}. */
class BadStatementsTest {
  private final GoldenFile file = new GoldenFile("errors.txt");

  @Test
  void reportsWhatTheFileSays() {
    file.check(BadStatementsTest::report);
  }

  private static String report(String sql) {
    GabbroException error = error(sql);
    String snippet = SourceSnippet.render(sql, error.position().orElseThrow());
    return error.sqlState()
        + " "
        + error.getMessage()
        + "\n"
        + snippet
        + error.hint().map(hint -> "\nhint: " + hint).orElse("");
  }

  private static GabbroException error(String sql) {
    return assertThrows(GabbroException.class, () -> SqlParser.parseStatement(sql), sql);
  }

  @Test
  void theSameErrorComesBehindOtherLines() {
    String before = "-- first\n/* second\n third */ ";
    for (String sql : file.inputs()) {
      SourcePosition alone = error(sql).position().orElseThrow();
      SourcePosition moved = error(before + sql).position().orElseThrow();
      assertEquals(alone.offset() + before.length(), moved.offset(), sql);
      assertEquals(alone.line() + 2, moved.line(), sql);
    }
  }

  @Test
  void aStatementCutAnywhereIsAnErrorOrAStatement() {
    for (String sql : new GoldenFile("statements.txt").inputs()) {
      for (int length = sql.length() % 7; length < sql.length(); length += 7) {
        String cut = sql.substring(0, length);
        try {
          SqlParser.parseStatement(cut);
        } catch (GabbroException e) {
          assertTrue(e.sqlState().startsWith("42"), cut);
          assertTrue(e.position().orElseThrow().offset() <= length, cut);
        }
      }
    }
  }
}
