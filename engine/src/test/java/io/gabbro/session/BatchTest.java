package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.execution.Cancellation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code BEGIN BATCH} and executions with many rows of parameters. */
final class BatchTest {
  private SqlTester sql;

  @BeforeEach
  void open() {
    sql = SqlTester.inMemory();
    sql.run("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT NOT NULL)");
  }

  @AfterEach
  void close() {
    sql.close();
  }

  private long[] batch(String text, Object[]... rows) {
    PreparedPlan plan = sql.session().prepare(text);
    Parameters values = new Parameters(plan.parameterTypes());
    for (Object[] row : rows) {
      SqlTester.fill(values, row);
    }
    return plan.executeBatch(values, new Cancellation());
  }

  private static Object[] row(Object... values) {
    return values;
  }

  @Test
  void insertsManyRowsAtOnce() {
    Object[][] rows = new Object[5000][];
    for (int index = 0; index < rows.length; index++) {
      rows[index] = row(index, "v" + index);
    }
    assertEquals(5000, batch("INSERT INTO t VALUES (?, ?)", rows).length);
    sql.check("SELECT count(*), min(v), max(id) FROM t", "5000|v0|4999");
  }

  @Test
  void failingRowIsNamedAndNothingIsChanged() {
    BatchFailure failure =
        assertThrows(
            BatchFailure.class,
            () ->
                batch(
                    "INSERT INTO t VALUES (?, ?)",
                    row(1, "a"),
                    row(2, "b"),
                    row(1, "c"),
                    row(3, "d")));
    assertEquals(2, failure.row());
    assertEquals(ErrorCode.UNIQUE_VIOLATION, failure.failure().code());
    failure =
        assertThrows(
            BatchFailure.class,
            () -> batch("INSERT INTO t VALUES (?, ?)", row(1, "a"), row(2, null)));
    assertEquals(1, failure.row());
    sql.check("SELECT count(*) FROM t", "0");
  }

  @Test
  void updatesAndDeletesCountPerRow() {
    batch("INSERT INTO t VALUES (?, ?)", row(1, "a"), row(2, "b"), row(3, "c"));
    assertArrayEquals(
        new long[] {1, 0, 2},
        batch(
            "UPDATE t SET v = ? WHERE id >= ? AND id < 4", row("x", 3), row("y", 9), row("z", 2)));
    sql.check("SELECT v FROM t ORDER BY id", "a", "z", "z");
    assertArrayEquals(new long[] {1, 0}, batch("DELETE FROM t WHERE id = ?", row(1), row(1)));
  }

  @Test
  void laterRowsSeeEarlierOnes() {
    sql.run("INSERT INTO t VALUES (1, 'a')");
    assertArrayEquals(
        new long[] {1, 2}, batch("INSERT INTO t SELECT id + ?, v FROM t", row(10), row(100)));
  }

  @Test
  void batchStatementIsAtomic() {
    sql.run("INSERT INTO t VALUES (1, 'a')");
    sql.fails(
        ErrorCode.UNIQUE_VIOLATION,
        "BEGIN BATCH INSERT INTO t VALUES (2, 'b'); DELETE FROM t WHERE id = 1;"
            + " INSERT INTO t VALUES (2, 'c'); APPLY BATCH");
    sql.check("SELECT * FROM t", "1|a");
    sql.check(
        "BEGIN BATCH INSERT INTO t VALUES (2, 'b'); UPDATE t SET v = v || '!';"
            + " DELETE FROM t WHERE id = 1; APPLY BATCH",
        "[4]");
    sql.check("SELECT * FROM t", "2|b!");
  }

  @Test
  void hiddenRowIdsAndKeysAreReturned() {
    sql.run("CREATE TABLE heap (a INTEGER)");
    sql.check("INSERT INTO heap VALUES (7), (8) RETURNING _rowid, a", "1|7", "2|8");
    sql.check("UPDATE heap SET a = 9 WHERE _rowid = 2 RETURNING heap._rowid", "2");
    sql.check("SELECT _rowid, a FROM heap ORDER BY _rowid DESC", "2|9", "1|7");
    sql.check("DELETE FROM heap WHERE a = 7 RETURNING _rowid", "1");
    sql.fails(ErrorCode.UNDEFINED_COLUMN, "SELECT _rowid FROM t");
    sql.check("INSERT INTO t VALUES (5, 'x') RETURNING _key", "0000000180000005");
    sql.check("UPDATE t SET id = 6 RETURNING _key, id", "0000000180000006|6");
  }

  @Test
  void generatedKeysAreThoseThatTheDatabaseFills() {
    sql.run("CREATE TABLE d (id INTEGER PRIMARY KEY, v TEXT, n INTEGER DEFAULT 3 * 7)");
    assertEquals(
        java.util.List.of("id", "n"),
        generated("INSERT INTO d (id) VALUES (1)", java.util.List.of()));
    assertEquals(
        java.util.List.of("v"), generated("INSERT INTO d (id) VALUES (2)", java.util.List.of("V")));
    sql.run("CREATE TABLE heap (a INTEGER)");
    assertEquals(
        java.util.List.of("_rowid"), generated("INSERT INTO heap VALUES (1)", java.util.List.of()));
  }

  private java.util.List<String> generated(String text, java.util.List<String> columns) {
    return sql
        .session()
        .prepare(text, java.util.List.of(), java.util.Optional.of(columns))
        .columns()
        .stream()
        .map(ResultColumn::label)
        .toList();
  }

  @Test
  void explainAnalyzeTellsWhatHappened() {
    batch("INSERT INTO t VALUES (?, ?)", row(1, "a"), row(2, "b"), row(3, "c"));
    String plan = String.join("\n", sql.run("EXPLAIN ANALYZE SELECT v FROM t WHERE id >= 2"));
    assertEquals(true, plan.contains("rows=2"), plan);
    assertEquals(true, plan.contains("keys: id >= 2"), plan);
    assertEquals(true, plan.contains("execution time"), plan);
    sql.run("EXPLAIN DELETE FROM t");
    sql.check("SELECT count(*) FROM t", "3");
    sql.run("EXPLAIN ANALYZE DELETE FROM t WHERE id = 1");
    sql.check("SELECT count(*) FROM t", "2");
  }

  @Test
  void utilityStatementsRunAsBatches() {
    sql.run("INSERT INTO t VALUES (1, 'a')");
    assertEquals(1, batch("TRUNCATE t", row()).length);
    sql.check("SELECT count(*) FROM t", "0");
  }
}
