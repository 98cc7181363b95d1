package io.gabbro.jdbc.lifecycle;

import java.util.List;
import java.util.Random;

/** Statements on the tables of an interleaving. */
final class RandomSql {
  private static final List<String> QUERIES =
      List.of(
          "SELECT * FROM t",
          "SELECT c, count(*) FROM t GROUP BY c ORDER BY 2 DESC",
          "SELECT a, repeat(c, 200) FROM t ORDER BY a DESC",
          "SELECT sum(length(repeat(c, 1000))) FROM t",
          "SELECT * FROM t WHERE a = 7",
          "SELECT sum(balance) FROM accounts",
          "SHOW TABLES");
  private static final List<String> CHANGES =
      List.of(
          "TRUNCATE t",
          "DROP TABLE t",
          "ALTER TABLE t ADD COLUMN d INT",
          "ALTER TABLE t DROP COLUMN d",
          "CREATE TABLE IF NOT EXISTS t (a BIGINT PRIMARY KEY, c TEXT)",
          "UPDATE t SET c = c || 'x' WHERE a % 7 = 0",
          "DELETE FROM t WHERE a % 11 = 0",
          "INSERT INTO t (a, c) SELECT a + 2000, c FROM t WHERE a < 200");

  private RandomSql() {}

  static String query(Random random) {
    return QUERIES.get(random.nextInt(QUERIES.size()));
  }

  static String change(Random random) {
    return CHANGES.get(random.nextInt(CHANGES.size()));
  }
}
