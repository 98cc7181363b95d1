package io.gabbro.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.ast.Expression;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.Statement;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {
  private static final int SMALL_STACK = 512 * 1024;

  /** Text in front of the innermost expression, that, text behind it, and how often at most. */
  static List<Arguments> nestings() {
    return List.of(
        Arguments.of("(", "1", ")", Limits.NESTING),
        Arguments.of("f(", "1", ")", Limits.NESTING),
        Arguments.of("-(", "1", ")", Limits.NESTING),
        Arguments.of("CASE WHEN a THEN ", "1", " END", Limits.NESTING),
        Arguments.of("CASE ", "a", " WHEN b THEN c END", Limits.NESTING),
        Arguments.of("CAST(", "1", " AS int)", Limits.NESTING),
        Arguments.of("a IN (", "1", ")", Limits.NESTING),
        Arguments.of("a + (", "1", ")", Limits.NESTING),
        Arguments.of("count(*) FILTER (WHERE ", "a", ")", Limits.NESTING),
        Arguments.of("NOT (a OR ", "b", ")", Limits.DEPTH / 2));
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void nestingUpToTheLimitNeedsNoMoreThanASmallStack(
      String before, String inner, String after, int most) throws InterruptedException {
    onSmallStack(
        () -> {
          String deepest = nested(before, inner, after, most);
          Expression tree = SqlParser.parseExpression(deepest);
          assertEquals(tree, SqlParser.parseExpression(deepest));
          String sql = AstFormatter.format(tree);
          assertEquals(sql, AstFormatter.format(SqlParser.parseExpression(sql)));
          assertError(ErrorCode.SYNTAX_ERROR, nested(before, inner + " 'x'", after, most));
          assertTooComplex(nested(before, inner, after, most + 1));
          assertTooComplex(nested(before, inner, after, 100_000));
        });
  }

  private static String nested(String before, String inner, String after, int times) {
    return before.repeat(times) + inner + after.repeat(times);
  }

  @Test
  void queriesNestUpToTheLimit() throws InterruptedException {
    onSmallStack(
        () -> {
          String sql = nested("SELECT * FROM (", "TABLE t", ")", Limits.NESTING);
          String formatted = AstFormatter.format(SqlParser.parseStatement(sql));
          assertEquals(sql.replace("TABLE", "SELECT * FROM"), formatted);
          assertEquals(formatted, AstFormatter.format(SqlParser.parseStatement(formatted)));
          assertTooComplex(nested("SELECT * FROM (", "TABLE t", ")", Limits.NESTING + 1));
          assertTooComplex("(".repeat(1_000_000));
        });
  }

  /** Chains whose tree is as deep as they are long: their start, a link, their end. */
  static List<Arguments> chains() {
    return List.of(
        Arguments.of("1", " + 1", ""),
        Arguments.of("a", " || 'x'", ""),
        Arguments.of("a", " * b", ""),
        Arguments.of("1", " - -1", ""),
        Arguments.of("a", " IS NULL", ""),
        Arguments.of("a", "::int", ""),
        Arguments.of("", "NOT ", "a"),
        Arguments.of("", "- ", "a"));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void chainsUpToTheLimitNeedNoMoreThanASmallStack(String start, String link, String end)
      throws InterruptedException {
    int most = link.contains("-1") ? Limits.DEPTH - 1 : Limits.DEPTH;
    onSmallStack(
        () -> {
          String sql = start + link.repeat(most) + end;
          Expression tree = SqlParser.parseExpression(sql);
          assertEquals(tree, SqlParser.parseExpression(sql));
          String formatted = AstFormatter.format(tree);
          if (!link.equals("::int")) {
            assertEquals(sql.replace("- a", "-a"), formatted);
          }
          assertTooComplex(start + link.repeat(most + 1) + end);
          assertTooComplex(start + link.repeat(100_000) + end);
        });
  }

  @ParameterizedTest
  @CsvSource({"AND", "OR"})
  void longChainsOfConditionsAreNotDeep(String operator) throws InterruptedException {
    onSmallStack(
        () -> {
          List<String> terms = Collections.nCopies(20_000, "a = ? + 1");
          String sql = String.join(" " + operator + " ", terms);
          Expression tree = SqlParser.parseExpression(sql);
          assertTrue(depth(tree) <= 15 + 2, "depth " + depth(tree));
          String formatted = AstFormatter.format(tree);
          assertEquals(sql, formatted);
          assertEquals(tree, SqlParser.parseExpression(formatted));
        });
  }

  private static int depth(Expression tree) {
    return tree instanceof Expression.Binary binary
        ? 1 + Math.max(depth(binary.left()), depth(binary.right()))
        : 0;
  }

  @Test
  void depthAddsUpOverNestedChains() {
    String chain = " + 1".repeat(Limits.DEPTH / 5);
    StringBuilder sql = new StringBuilder("1");
    for (int i = 0; i < 4; i++) {
      sql.insert(0, "(").append(chain).append(")");
    }
    SqlParser.parseExpression(sql.toString());
    assertTooComplex("((" + sql + chain + ")" + chain + ")");
  }

  @Test
  void longListsOfValuesHaveNoLimitOfTheirOwn() throws InterruptedException {
    onSmallStack(
        () -> {
          List<String> items = Collections.nCopies(100_000, "?, -1 + a, 'x'");
          Expression in = SqlParser.parseExpression("a IN (" + String.join(", ", items) + ")");
          assertEquals(300_000, assertInstanceOf(Expression.InList.class, in).list().size());
          List<String> rows = Collections.nCopies(100_000, "(?, DEFAULT, 'x')");
          ParsedStatement insert =
              SqlParser.parse("INSERT INTO t VALUES " + String.join(", ", rows));
          assertEquals(100_000, insert.parameterCount());
          Statement.Insert statement = assertInstanceOf(Statement.Insert.class, insert.statement());
          QueryBody.Values values =
              assertInstanceOf(QueryBody.Values.class, statement.source().orElseThrow().body());
          assertEquals(100_000, values.rows().size());
          Expression.Parameter last =
              assertInstanceOf(Expression.Parameter.class, values.rows().get(99_999).get(0));
          assertEquals(99_999, last.index());
        });
  }

  @Test
  void aLongWrongStatementSaysWhatItsEndLacks() {
    String rows = "(1, 'x'), ".repeat(5_000);
    GabbroException error =
        assertThrows(
            GabbroException.class,
            () -> SqlParser.parseStatement("INSERT INTO t VALUES " + rows + "(1, 'x' 2)"));
    assertTrue(error.getMessage().endsWith("expected an operator, \",\" or \")\""));
  }

  @Test
  void aLongStatementIsRefused() {
    assertTooComplex("'" + " ".repeat(Limits.LENGTH) + "'");
    assertTooComplex("1,".repeat(Limits.TOKENS / 2) + "1");
    String blanks = " ".repeat(Limits.LENGTH);
    assertEquals(2, SqlParser.parseScript("COMMIT;" + blanks + "COMMIT").size());
  }

  @Test
  void aStackTooSmallForTheLimitsIsAnErrorOfTheStatement() throws InterruptedException {
    String deep = nested("(", "1", ")", Limits.NESTING);
    AtomicReference<GabbroException> error = new AtomicReference<>();
    onSmallStack(() -> parseWhereTheStackEnds(deep, error, 1_000_000));
    assertEquals(ErrorCode.STATEMENT_TOO_COMPLEX, error.get().code());
    SqlParser.parseExpression(deep);
  }

  /** Goes down to the end of the stack, and on the way back parses until that makes an error. */
  private static void parseWhereTheStackEnds(
      String sql, AtomicReference<GabbroException> error, int levels) {
    if (levels == 0) {
      return;
    }
    try {
      parseWhereTheStackEnds(sql, error, levels - 1);
    } catch (StackOverflowError e) {
      try {
        SqlParser.parseExpression(sql);
      } catch (GabbroException e2) {
        error.set(e2);
      }
    }
  }

  private static void assertTooComplex(String expression) {
    assertError(ErrorCode.STATEMENT_TOO_COMPLEX, expression);
  }

  private static void assertError(ErrorCode code, String expression) {
    GabbroException error =
        assertThrows(GabbroException.class, () -> SqlParser.parseExpression(expression));
    assertEquals(code, error.code());
    assertNull(error.getCause());
  }

  private static void onSmallStack(Runnable test) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, test, "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    if (thrown.get() != null) {
      throw new AssertionError(thrown.get());
    }
  }
}
