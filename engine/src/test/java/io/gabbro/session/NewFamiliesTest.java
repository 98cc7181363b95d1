package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.execution.Cancellation;
import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The column families of tables whose transaction does not commit them. */
final class NewFamiliesTest {
  private static final String MAPPED =
      "CREATE TABLE m (id BIGINT PRIMARY KEY, v VARBINARY) USING raw OPTIONS (cf 'mine')";

  @TempDir Path directory;

  private SqlTester open(String store) {
    return new SqlTester(store.equals("mem:") ? store : directory.toString(), Map.of());
  }

  private static List<String> families(SqlTester sql) {
    return sql.run("SELECT name FROM sys.column_families ORDER BY name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mem:", "directory"})
  void rolledBackTablesLeaveNoColumnFamilies(String store) {
    try (SqlTester sql = open(store)) {
      for (int time = 0; time < 3; time++) {
        sql.run("BEGIN");
        sql.run(MAPPED);
        sql.run("INSERT INTO m VALUES (1, X'01')");
        sql.run("CREATE TABLE t (a INTEGER)");
        sql.run("INSERT INTO t VALUES (1), (2)");
        sql.check("SELECT count(*) FROM t", "2");
        sql.run("ROLLBACK");
        assertEquals(List.of("default"), families(sql));
      }
      sql.run("CREATE TABLE t (a INTEGER)");
      sql.run("INSERT INTO t VALUES (7)");
      sql.check("SELECT a FROM t", "7");
      sql.run(MAPPED);
      sql.run("INSERT INTO m VALUES (1, X'02')");
      sql.check("SELECT * FROM m", "1|02");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mem:", "directory"})
  void savepointsAndClosedSessionsLeaveNone(String store) {
    try (SqlTester sql = open(store)) {
      sql.run("CREATE TABLE t (a INTEGER)");
      List<String> before = families(sql);
      sql.run("BEGIN");
      sql.run("SAVEPOINT s");
      sql.run(MAPPED);
      sql.run("ROLLBACK TO s");
      sql.run("INSERT INTO t VALUES (1)");
      sql.run("COMMIT");
      assertEquals(before, families(sql));
      try (Session other = sql.database().newSession(DatabaseOptions.defaults())) {
        other.setAutoCommit(false);
        PreparedPlan plan = other.prepare(MAPPED);
        Parameters none = new Parameters(plan.parameterTypes());
        none.endRow();
        plan.execute(none, new Cancellation());
      }
      assertEquals(before, families(sql));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mem:", "directory"})
  void whatOthersUseStays(String store) {
    try (SqlTester sql = open(store)) {
      sql.run("BEGIN");
      sql.run(MAPPED);
      Table<Long, byte[]> typed = sql.database().table("mine", KeyCodecs.LONG, new RawSerializer());
      sql.run("ROLLBACK");
      typed.put(5L, new byte[] {9});
      sql.run("BEGIN");
      sql.run(MAPPED);
      sql.check("SELECT * FROM m", "5|09");
      sql.run("ROLLBACK");
      sql.run(MAPPED);
      sql.check("SELECT * FROM m", "5|09");
    }
  }
}
