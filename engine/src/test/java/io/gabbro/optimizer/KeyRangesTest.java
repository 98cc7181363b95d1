package io.gabbro.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link TurnKeyConditionsIntoRanges}, together with the rules that bring conditions to scans. */
class KeyRangesTest {
  /** The lines about keys and filter of the only scan. */
  private static String scan(String sql) {
    return Plans.optimized(sql)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("keys: ") || line.startsWith("filter: "))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = 5 | keys: a = 5",
        "5 = a | keys: a = 5",
        "a = ? | keys: a = ?1",
        "a = '5' | keys: a = 5",
        "a > 5 | keys: a > 5",
        "5 >= a | keys: a <= 5",
        "a BETWEEN ? AND ? | keys: a >= ?1 AND a <= ?2",
        "NOT a < 5 | keys: a >= 5",
        "a IN (3, 1, ?) | keys: a = 3 OR a = 1 OR a = ?1",
        "a = 1 OR a = 2 | keys: a = 1 OR a = 2",
        "a = 1 + 2 | keys: a = 3",
        "a = NULL | ``",
        // the rest stays in the filter
        "a = 5 AND b = 'x' | keys: a = 5; filter: b = 'x'",
        "a > 5 AND a > 7 AND a < 9 | keys: a > 5 AND a < 9; filter: a > 7",
        "a = 1 AND a = 2 | keys: a = 1; filter: a = 2",
        "a < 3 OR a BETWEEN 7 AND 9 | keys: a < 3 OR a >= 7 AND a <= 9;"
            + " filter: a < 3 OR (a >= 7 AND a <= 9)",
        // other types
        "a = CAST(5 AS bigint) | keys: a = 5",
        "a > 1.5 | keys: a > 1",
        "a = 3000000000 | keys: all; filter: CAST(a AS bigint) = 3000000000",
        // no use
        "a <> 5 | keys: all; filter: a <> 5",
        "a + 1 = 5 | keys: all; filter: (a + 1) = 5",
        "a = s | keys: all; filter: a = s",
        "a = 1 OR b = 'x' | keys: all; filter: a = 1 OR b = 'x'",
        "a IS NOT NULL | keys: all; filter: a IS NOT NULL",
        "CAST(a AS text) = '5' | keys: all; filter: CAST(a AS text) = '5'",
        "a IN (1, s) | keys: all; filter: a IN (1, s)",
      })
  void ofOneColumn(String condition, String expected) {
    assertEquals(expected, scan("SELECT * FROM t WHERE " + condition));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x = 'p' AND y = 1 AND z = 2 | keys: x = 'p' AND y = 1 AND z = 2",
        "z = 2 AND y = 1 AND x = 'p' | keys: x = 'p' AND y = 1 AND z = 2",
        "x = 'p' AND y < 5 AND z = 2 | keys: x = 'p' AND y < 5; filter: z = 2",
        "x = 'p' AND z > 2 | keys: x = 'p'; filter: z > 2",
        "y = 1 | keys: all; filter: y = 1",
        "x IN ('p', 'q') AND y IN (1, 2) AND z >= 3 | keys: x = 'p' AND y = 1 AND z >= 3"
            + " OR x = 'p' AND y = 2 AND z >= 3 OR x = 'q' AND y = 1 AND z >= 3"
            + " OR x = 'q' AND y = 2 AND z >= 3",
        "x = 'p' AND (y = 1 AND z = 2 OR y = 3) | keys: x = 'p' AND y = 1 AND z = 2"
            + " OR x = 'p' AND y = 3; filter: x = 'p' AND ((y = 1 AND z = 2) OR y = 3)",
        "(x = 'p' AND y = 1) OR (x = 'q' AND y = 2) |"
            + " keys: x = 'p' AND y = 1 OR x = 'q' AND y = 2;"
            + " filter: (x = 'p' AND y = 1) OR (x = 'q' AND y = 2)",
        "(x = 'p' AND y = 1) OR y = 2 | keys: all; filter: (x = 'p' AND y = 1) OR y = 2",
        // SMALLINT
        "x = 'p' AND y = 1 AND z = 40000 | keys: x = 'p' AND y = 1; filter: z = 40000",
        // LIKE
        "x LIKE 'ab%' | keys: x >= 'ab' AND x < 'ac'",
        "x LIKE 'ab%' AND x < 'abc' | keys: x >= 'ab' AND x < 'ac'; filter: x < 'abc'",
        "x > 'abc' AND x LIKE 'ab%' | keys: x > 'abc' AND x < 'ac'; filter: x LIKE 'ab%'",
        "x LIKE 'a\\_b%' | keys: x >= 'a_b' AND x < 'a_c'",
        "x LIKE 'a!%b%' ESCAPE '!' | keys: x >= 'a%b' AND x < 'a%c'",
        "x LIKE 'ab%c' | keys: x >= 'ab' AND x < 'ac'; filter: x LIKE 'ab%c'",
        "x LIKE 'abc' | keys: x = 'abc'",
        "x LIKE '%abc' | keys: all; filter: x LIKE '%abc'",
        "x LIKE 'a\\' | keys: all; filter: x LIKE 'a\\'",
        "x ILIKE 'abc%' | keys: all; filter: x ILIKE 'abc%'",
        "x NOT LIKE 'abc%' | keys: all; filter: x NOT LIKE 'abc%'",
        "x LIKE ? | keys: all; filter: x LIKE ?1",
      })
  void ofSeveralColumns(String condition, String expected) {
    assertEquals(expected, scan("SELECT * FROM k WHERE " + condition));
  }

  @Test
  void ofLikeBehindSurrogatesAndTheLastCharacter() {
    assertEquals(
        "keys: x >= '\uD7FF' AND x < '\uE000'", scan("SELECT * FROM k WHERE x LIKE '\uD7FF%'"));
    String last = Character.toString(Character.MAX_CODE_POINT);
    assertEquals(
        "keys: x >= 'a" + last + "' AND x < 'b'",
        scan("SELECT * FROM k WHERE x LIKE 'a" + last + "%'"));
    assertEquals("keys: x >= '" + last + "'", scan("SELECT * FROM k WHERE x LIKE '" + last + "%'"));
  }

  @Test
  void convertDates() {
    assertEquals(
        "keys: day >= DATE '2024-01-01' AND day < DATE '2024-02-01'",
        scan(
            "SELECT * FROM days WHERE day >= '2024-01-01' AND day < TIMESTAMP '2024-02-01 00:00'"));
  }

  @Test
  void narrowIntegersThatAreNotKnownYet() {
    assertEquals(
        "keys: a = CASE WHEN ?1 > 2147483647 THEN NULL WHEN ?1 < -2147483648 THEN NULL"
            + " ELSE CAST(?1 AS integer) END; filter: CAST(a AS bigint) = ?1",
        scan("SELECT * FROM t WHERE a = CAST(? AS bigint)"));
    assertEquals(
        "keys: a >= CASE WHEN ?1 > 2147483647 THEN NULL WHEN ?1 < -2147483648 THEN -2147483648"
            + " ELSE CAST(?1 AS integer) END; filter: CAST(a AS bigint) > ?1",
        scan("SELECT * FROM t WHERE a > CAST(? AS bigint)"));
    assertEquals(
        "keys: a <= CASE WHEN ?1 > 2147483647 THEN 2147483647 WHEN ?1 < -2147483648 THEN NULL"
            + " ELSE CAST(?1 AS integer) END; filter: CAST(a AS bigint) <= ?1",
        scan("SELECT * FROM t WHERE a <= CAST(? AS bigint)"));
  }

  @Test
  void areNotMoreThanTheCap() {
    String many =
        IntStream.range(0, 10_001).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    assertTrue(scan("SELECT * FROM t WHERE a IN (" + many + ")").startsWith("keys: all; filter"));
    String most = many.substring(0, many.lastIndexOf(','));
    assertEquals(
        "keys: a = 0 OR a = 1 OR a = 2 OR a = 3 OR a = 4 OR … 9995 more",
        scan("SELECT * FROM t WHERE a IN (" + most + ")"));
    assertTrue(
        scan("SELECT * FROM k WHERE x IN ('p', 'q') AND y IN (" + most + ")")
            .startsWith("keys: x = 'p' OR x = 'q'; filter: y IN"));
  }

  @Test
  void areNotForTablesWithoutPrimaryKey() {
    assertEquals("keys: all; filter: p = 1", scan("SELECT * FROM heap WHERE p = 1"));
  }

  @Test
  void needNoColumnsThatAreNotReadOtherwise() {
    assertEquals(
        """
        TableScan t
          columns: b
          keys: a = 5
        """,
        Plans.optimized("SELECT b FROM t WHERE a = 5"));
  }

  @Test
  void areForUpdateAndDeleteToo() {
    assertEquals(
        """
        Update t
          set: n = n + 1
          TableScan t
            columns: a, b, c, d, flag, n, v, s, _key, _value
            keys: a = ?1
        """,
        Plans.optimized("UPDATE t SET n = n + 1 WHERE a = ?"));
    assertEquals(
        """
        Delete from k
          TableScan k
            columns: x, y, z, w, _key, _value
            keys: x = 'p'
            filter: w > 1
        """,
        Plans.optimized("DELETE FROM k WHERE x = 'p' AND w > 1"));
  }
}
