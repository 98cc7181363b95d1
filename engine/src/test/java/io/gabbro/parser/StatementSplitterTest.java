package io.gabbro.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {
  private static List<String> texts(String script) {
    return StatementSplitter.split(script).stream().map(StatementSplitter.Piece::text).toList();
  }

  @Test
  void cutsAtSemicolonsOutsideOfQuotesAndComments() {
    assertEquals(
        List.of("SELECT ';', \";\" /* ; /* ; */ */ -- ;\n + 1", "SELECT E'\\';'", "x"),
        texts("SELECT ';', \";\" /* ; /* ; */ */ -- ;\n + 1; SELECT E'\\';';;\n ; x ;"));
  }

  @Test
  void keepsABatchTogether() {
    String batch = "begin /**/ batch INSERT INTO t VALUES (1); DELETE FROM t; apply batch";
    assertEquals(List.of("BEGIN", batch, "COMMIT"), texts("BEGIN;" + batch + ";COMMIT"));
    assertEquals(
        List.of("BEGIN BATCH DELETE FROM t; COMMIT;"), texts("BEGIN BATCH DELETE FROM t; COMMIT;"));
  }

  @Test
  void saysWhereAPieceStandsAndWhetherItEnds() {
    List<StatementSplitter.Piece> pieces = StatementSplitter.split("-- c\n  a 😀;\n/* */ b");
    assertEquals(
        List.of(
            new StatementSplitter.Piece("a 😀", 7, true),
            new StatementSplitter.Piece("b", 19, false)),
        pieces);
  }

  @Test
  void eachPieceOfAGoodScriptParsesAlone() {
    List<String> statements = new GoldenFile("statements.txt").inputs();
    assertEquals(statements, texts(String.join(";\n", statements)));
    assertEquals(statements.size(), SqlParser.parseScript(String.join(";\n", statements)).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  -- only a comment",
        ";",
        "SELECT 1;",
        "SELECT 1; SELECT 2 ; -- end",
        "nonsense ' ';",
        "BEGIN BATCH DELETE FROM t; APPLY BATCH;"
      })
  void knowsACompleteScript(String script) {
    assertTrue(StatementSplitter.isComplete(script));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT 1; SELECT",
        "SELECT ';",
        "SELECT \";",
        "SELECT E'\\';",
        "SELECT 1; /* ;",
        "/* /* */ ;",
        "SELECT 1 -- ;",
        "BEGIN BATCH DELETE FROM t;",
        "BEGIN BATCH; APPLY BATCH"
      })
  void knowsAScriptThatWaitsForMore(String script) {
    assertFalse(StatementSplitter.isComplete(script));
  }
}
