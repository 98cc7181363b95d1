package io.gabbro.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link RemoveSortServedByKeyOrder} and {@link ReadFirstKeyForExtremum}. */
class KeyOrderTest {
  /** The line about the order of the only scan, or the sort above it. */
  private static String order(String sql) {
    return Plans.optimized(sql)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("order: ") || line.startsWith("Sort "))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM t ORDER BY a | order: forward",
        "SELECT * FROM t ORDER BY a DESC NULLS LAST | order: backward",
        "SELECT * FROM t WHERE a > 5 ORDER BY a | order: forward",
        "SELECT * FROM t WHERE a IN (5, 3) ORDER BY a | order: forward",
        "SELECT * FROM t ORDER BY a, b | order: forward",
        "SELECT a + 1, a AS x FROM t WHERE b = 'x' ORDER BY x | order: forward",
        "SELECT b FROM t ORDER BY a | order: forward",
        // the key is (x, y DESC, z)
        "SELECT * FROM k ORDER BY x | order: forward",
        "SELECT * FROM k ORDER BY x, y DESC, z | order: forward",
        "SELECT * FROM k ORDER BY x DESC, y | order: backward",
        "SELECT * FROM k ORDER BY x, x, y DESC | order: forward",
        "SELECT * FROM k WHERE x = 'p' ORDER BY y DESC | order: forward",
        "SELECT * FROM k WHERE x = 'p' ORDER BY y, x DESC | order: backward",
        "SELECT * FROM k WHERE x = 'p' AND y = 1 AND z = 2 ORDER BY w | order: forward",
        "SELECT * FROM k ORDER BY x, y | Sort x, y",
        "SELECT * FROM k ORDER BY y DESC | Sort y DESC",
        "SELECT * FROM k ORDER BY x, z | Sort x, z",
        "SELECT * FROM k WHERE x IN ('p', 'q') ORDER BY y DESC | Sort y DESC",
        "SELECT * FROM k WHERE x > 'p' ORDER BY y DESC | Sort y DESC",
        "SELECT * FROM t ORDER BY -a | Sort ?column?",
        "SELECT -a AS a FROM t ORDER BY a | Sort a",
        "SELECT * FROM t ORDER BY b | Sort b",
        "SELECT * FROM heap ORDER BY p | Sort p",
        "SELECT DISTINCT a FROM t ORDER BY a | Sort a",
      })
  void removesSorts(String sql, String expected) {
    assertEquals(expected, order(sql));
  }

  @Test
  void keepsTheLimit() {
    assertEquals(
        """
        Limit 10 offset ?1
          TableScan t
            columns: b
            keys: all
            order: backward
        """,
        Plans.optimized("SELECT b FROM t ORDER BY a DESC LIMIT 10 OFFSET ?"));
    assertEquals(
        """
        TopN 10 by b
          TableScan t
            columns: b
            keys: all
        """,
        Plans.optimized("SELECT b FROM t ORDER BY b LIMIT 10"));
  }

  @Test
  void readsOneRowForTheLeastAndGreatestKey() {
    assertEquals(
        """
        Aggregate
          aggregates: max(a)
          Limit 1
            TableScan t
              columns: a
              keys: all
              order: backward
        """,
        Plans.optimized("SELECT max(a) FROM t"));
    assertEquals("order: backward", order("SELECT min(y) + 1 FROM k WHERE x = 'p'"));
    assertEquals("", order("SELECT max(a), min(a) FROM t"));
    assertEquals("", order("SELECT max(a) FROM t WHERE b = 'x'"));
    assertEquals("", order("SELECT max(a) FROM t GROUP BY s"));
    assertEquals("", order("SELECT max(b) FROM t"));
    assertEquals("", order("SELECT max(p) FROM heap"));
    assertEquals("", order("SELECT max(a) FILTER (WHERE flag) FROM t"));
  }
}
