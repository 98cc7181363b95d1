package io.gabbro.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanPrinter;
import io.gabbro.plan.binder.Bindings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionRulesTest {
  /** The expression after some rules, each from the leaves up. */
  private static String after(String expression, ExpressionRule... rules) {
    LogicalPlan plan = Bindings.plan("SELECT " + expression + " AS result FROM t");
    LogicalPlan simple = plan;
    for (ExpressionRule rule : rules) {
      simple = NodeExpressions.map(simple, e -> simplify(e, rule));
    }
    String head = PlanPrinter.print(simple).lines().iterator().next();
    return head.substring("Project ".length()).replaceFirst(" AS result$", "");
  }

  private static io.gabbro.plan.BoundExpression simplify(
      io.gabbro.plan.BoundExpression expression, ExpressionRule rule) {
    return rule.apply(expression.mapOperands(operand -> simplify(operand, rule)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a > 1 + 2; a > 3",
        "a + NULL; NULL",
        "CAST(1.5 AS integer); 2",
        "nullif(1, 1); NULL",
        // errors wait for a row, and functions that are not strict see NULL
        "1 / 0; 1 / 0",
        "flag AND 1 / 0 = 1; flag AND (1 / 0) = 1",
        "NULL IS DISTINCT FROM a; NULL IS DISTINCT FROM a",
        "a + ?; a + ?1",
      })
  void foldConstants(String sql, String expected) {
    assertEquals(expected, after(sql, new FoldConstants()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "flag AND TRUE; flag",
        "flag AND (a > 1 AND b = 'x'); flag AND a > 1 AND b = 'x'",
        "flag AND FALSE; FALSE",
        "flag OR TRUE; TRUE",
        "flag OR FALSE; flag",
        "flag AND flag; flag",
        "flag OR a > 1 OR flag; flag OR a > 1",
        "NOT (flag AND a > 1); NOT flag OR NOT (a > 1)",
        "NOT (flag OR NOT a > 1); NOT flag AND a > 1",
        "NOT NOT flag; flag",
        "NOT TRUE; FALSE",
        "NOT NULL; NULL",
        "1 IS NULL; FALSE",
        "NULL IS NULL; TRUE",
        // NULL decides nothing
        "flag AND NULL; flag AND NULL",
        "flag OR NULL; flag OR NULL",
        "a IS NULL; a IS NULL",
      })
  void simplifyLogic(String sql, String expected) {
    assertEquals(expected, after(sql, new SimplifyLogic()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "NOT a = 1; a <> 1",
        "NOT a < 1; a >= 1",
        "NOT a <= 1; a > 1",
        "NOT a IS DISTINCT FROM 1; a IS NOT DISTINCT FROM 1",
        "NOT flag; NOT flag",
        "NOT a IS NULL; a IS NOT NULL",
      })
  void negateComparisons(String sql, String expected) {
    assertEquals(expected, after(sql, new NegateComparisons(Plans.FUNCTIONS)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "CASE WHEN FALSE THEN 1 WHEN flag THEN 2 ELSE 3 END; CASE WHEN flag THEN 2 ELSE 3 END",
        "CASE WHEN flag THEN 1 WHEN TRUE THEN 2 ELSE 3 END; CASE WHEN flag THEN 1 ELSE 2 END",
        "CASE WHEN TRUE THEN a ELSE 3 END; a",
        "CASE WHEN NULL THEN 1 END; NULL",
        "coalesce(NULL, a, 1, s); coalesce(a, 1)",
        "coalesce(NULL, a); a",
        "coalesce(NULL, NULL); NULL",
        "coalesce(a, s); coalesce(a, s)",
        "CASE WHEN flag THEN 1 END; CASE WHEN flag THEN 1 END",
      })
  void simplifyConditionals(String sql, String expected) {
    assertEquals(expected, after(sql, new SimplifyConditionals()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a IN (1, 2, 1); a IN (1, 2)",
        "a IN (1); a = 1",
        "a NOT IN (1, 1); NOT (a = 1)",
        "CAST(NULL AS integer) IN (1, 2); NULL",
        "a IN (1, 2, NULL); a IN (1, 2, NULL)",
      })
  void simplifyInLists(String sql, String expected) {
    assertEquals(expected, after(sql, new SimplifyInLists(Plans.FUNCTIONS)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a = 1 OR flag OR 2 = a OR a IN (3, 4); a IN (1, 2, 3, 4) OR flag",
        "b = 'x' OR b = 'y'; b IN ('x', 'y')",
        "v = 'x' OR v = 'longer'; v IN ('x', 'longer')",
        // not the same value, no constant, other digits
        "a = 1 OR s = 2; a = 1 OR s = 2",
        "a = 1 OR a = ?; a = 1 OR a = ?1",
        "c = 1.5 OR c = 2.5; c = 1.5 OR c = 2.5",
      })
  void turnEqualitiesIntoInList(String sql, String expected) {
    assertEquals(expected, after(sql, new TurnEqualitiesIntoInList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a = CAST(5 AS bigint); a = 5",
        "CAST(7 AS bigint) > a; a < 7",
        "a > 1.5; a > 1",
        "a >= 1.5; a > 1",
        "a < 1.5; a <= 1",
        "a <= 1.5; a <= 1",
        "a >= 2.0; a >= 2",
        "a > -1.5; a > -2",
        "d < TIMESTAMP '2024-01-31 00:00:00'; d < DATE '2024-01-31'",
        "d >= TIMESTAMP '2024-01-31 10:00:00'; d > DATE '2024-01-31'",
        // no integer equals it, no integer is as great, a cast that loses digits
        "a = 1.5; CAST(a AS numeric(10,0)) = 1.5",
        "a = 3000000000; CAST(a AS bigint) = 3000000000",
        "CAST(n AS integer) = 5; CAST(n AS integer) = 5",
        "a = n; CAST(a AS bigint) = n",
      })
  void compareWithoutCast(String sql, String expected) {
    assertEquals(expected, after(sql, new CompareWithoutCast(Plans.FUNCTIONS)));
  }
}
