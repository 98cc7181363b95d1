package io.gabbro.plan.binder;

import static io.gabbro.plan.binder.Bindings.expression;
import static io.gabbro.plan.binder.Bindings.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.SqlType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionBinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "42; integer; 42",
        "2147483647; integer; 2147483647",
        "2147483648; bigint; 2147483648",
        "-2147483648; integer; -2147483648",
        "-9223372036854775808; bigint; -9223372036854775808",
        "9223372036854775808; numeric(19,0); 9223372036854775808",
        "1.50; numeric(3,2); 1.50",
        ".5; numeric(1,1); 0.5",
        "0.05; numeric(2,2); 0.05",
        "1e5; numeric(6,0); 100000",
        "12e-4; numeric(4,4); 0.0012",
        "1e37; numeric(38,0); 10000000000000000000000000000000000000",
        "1e38; double precision; 1.0E38",
        "1e-39; double precision; 1.0E-39",
        "NULL; text; NULL",
        "'it''s'; text; 'it''s'",
        "X'CAFE'; bytea; X'cafe'",
        "DATE '2024-02-29'; date; DATE '2024-02-29'",
        "'2024-02-29'::date; date; DATE '2024-02-29'",
        "CAST('12' AS smallint); smallint; 12",
        "CAST('abcd' AS varchar(2)); varchar(2); 'ab'",
        "CAST('1.50' AS numeric); numeric(3,2); 1.50",
        "INTERVAL '3' MONTH; interval; INTERVAL '3 mons'",
        "UUID '00000000-0000-0000-0000-00000000000a'; uuid;"
            + " UUID '00000000-0000-0000-0000-00000000000a'",
      })
  void literals(String sql, String type, String value) {
    BoundExpression bound = expression(sql);
    assertEquals(type, bound.type().toString());
    assertEquals(value, text(sql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // a literal takes the type of its neighbour
        "d = '2024-01-31'; d = DATE '2024-01-31'",
        "'2024-01-31' < d; DATE '2024-01-31' < d",
        "c > '1.005'; c > 1.005",
        "v = 'abcdef'; v = 'abcdef'",
        "a = '7'; a = 7",
        "d BETWEEN '2024-01-01' AND '2024-01-31'; d >= DATE '2024-01-01' AND d <= DATE '2024-01-31'",
        "d NOT BETWEEN '2024-01-01' AND '2024-01-31'; d < DATE '2024-01-01' OR d > DATE '2024-01-31'",
        "d IN ('2024-01-01', NULL); d IN (DATE '2024-01-01', NULL)",
        "d NOT IN ('2024-01-01'); d NOT IN (DATE '2024-01-01')",
        "CASE WHEN flag THEN d ELSE '2024-01-01' END; CASE WHEN flag THEN d ELSE DATE '2024-01-01' END",
        "coalesce(NULL, d, '2024-01-01'); coalesce(NULL, d, DATE '2024-01-01')",
        "'a' = 'b'; 'a' = 'b'",
        // implicit casts, none where vectors are alike
        "a = n; CAST(a AS bigint) = n",
        "a = s; a = s",
        "a = 3000000000; CAST(a AS bigint) = 3000000000",
        "c = a; c = CAST(a AS numeric(10,0))",
        "v = b; v = b",
        "a IN (1, 3000000000); CAST(a AS bigint) IN (1, 3000000000)",
        "coalesce(s, a); coalesce(s, a)",
        "coalesce(s, n); coalesce(CAST(s AS bigint), n)",
        // predicates
        "a IS NULL; a IS NULL",
        "a + 1 IS NOT NULL; (a + 1) IS NOT NULL",
        "flag IS TRUE; coalesce(flag, FALSE)",
        "flag IS NOT TRUE; NOT coalesce(flag, FALSE)",
        "flag IS FALSE; NOT coalesce(flag, TRUE)",
        "flag IS NOT FALSE; coalesce(flag, TRUE)",
        "flag IS UNKNOWN; flag IS NULL",
        "flag AND NOT flag OR a > 1 AND n > 1; (flag AND NOT flag) OR (a > 1 AND n > 1)",
        "a IS DISTINCT FROM 1; a IS DISTINCT FROM 1",
        "CASE a WHEN 1 THEN 'x' WHEN 2 THEN 'y' END; CASE WHEN a = 1 THEN 'x' WHEN a = 2 THEN 'y' END",
        "nullif(a, 0); nullif(a, 0)",
        "greatest(a, 3); greatest(a, 3)",
        "'t' AND flag; TRUE AND flag",
        "NULL AND flag; NULL AND flag",
      })
  void expressions(String sql, String bound) {
    assertEquals(bound, text(sql));
  }

  @Test
  void theTypeOfCaseIsThatOfAllBranches() {
    assertEquals(SqlType.numeric(12, 2), expression("CASE WHEN flag THEN a ELSE c END").type());
    assertEquals(SqlType.BIGINT, expression("CASE WHEN flag THEN s ELSE n END").type());
    assertEquals(SqlType.TEXT, expression("CASE WHEN flag THEN 'x' END").type());
  }

  @Test
  void typesMayDependOnLiterals() {
    assertEquals(1, expression("round(c, 1)").type().scale());
    assertEquals(2, expression("round(c, 2)").type().scale());
  }

  @Test
  void literalsThatJoinNumbersKeepTheirDigits() {
    BoundExpression bound = expression("coalesce(c, '1.2345')");
    assertEquals(SqlType.numeric(12, 4), bound.type());
    assertEquals(
        new BigDecimal("1.2345"),
        ((Constant) ((BoundExpression.Coalesce) bound).arguments().get(1)).value());
  }

  @Test
  void longChainsDoNotOverflowTheStack() {
    StringBuilder sql = new StringBuilder("a = 0");
    for (int value = 1; value < 5_000; value++) {
      sql.append(" OR a = ").append(value);
    }
    BoundExpression bound = expression(sql.toString());
    assertEquals(5_000, ((BoundExpression.Or) bound).conditions().size());
  }
}
