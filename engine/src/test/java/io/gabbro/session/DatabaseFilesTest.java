package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.rocksdb.RocksDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases in directories: what is there after closing and opening again. */
final class DatabaseFilesTest {
  @TempDir Path directory;

  private SqlTester open(String... options) {
    return new SqlTester(
        directory.toString(), options.length == 0 ? Map.of() : Map.of(options[0], options[1]));
  }

  @Test
  void everythingIsThereAfterReopening() {
    try (SqlTester sql = open()) {
      sql.run(
          "CREATE TABLE \"Odd name\" (\"a b\" TEXT DEFAULT 'it''s', n NUMERIC(12,3), "
              + "d DATE NOT NULL, PRIMARY KEY (d, n DESC))");
      sql.run(
          "INSERT INTO \"Odd name\" VALUES ('x', 1.5, '2024-01-01'), (DEFAULT, 2, '2024-01-01')");
      sql.run("ALTER TABLE \"Odd name\" ADD COLUMN extra INTEGER NOT NULL DEFAULT 7");
      sql.run("INSERT INTO \"Odd name\" (n, d) VALUES (3, '2024-01-02')");
      sql.run("ALTER TABLE \"Odd name\" DROP COLUMN \"a b\"");
      sql.run("ALTER TABLE \"Odd name\" ADD COLUMN later TEXT DEFAULT 'line\nbreak \\ é'");
      sql.run("CREATE TABLE plain (a INTEGER)");
      sql.run("INSERT INTO plain VALUES (1), (2)");
      sql.run("CREATE TABLE gone (a INTEGER)");
      sql.run("DROP TABLE gone");
    }
    try (SqlTester sql = open()) {
      sql.check(
          "SELECT * FROM \"Odd name\"",
          "2.000|2024-01-01|7|line\nbreak \\ é",
          "1.500|2024-01-01|7|line\nbreak \\ é",
          "3.000|2024-01-02|7|line\nbreak \\ é");
      sql.run("INSERT INTO plain VALUES (3)");
      sql.check("SELECT a FROM plain", "1", "2", "3");
      sql.fails(ErrorCode.UNDEFINED_TABLE, "SELECT * FROM gone");
      sql.run("CREATE TABLE fresh (a INTEGER PRIMARY KEY)");
      sql.check("SELECT * FROM fresh");
    }
  }

  @Test
  void newerFormatIsRefusedAndNothingIsChanged() {
    try (SqlTester sql = open()) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      sql.run("INSERT INTO t VALUES (1)");
    }
    setFormat("2");
    GabbroException error =
        assertThrows(
            GabbroException.class,
            () -> Gabbro.open(directory.toString(), DatabaseOptions.defaults()));
    assertEquals(ErrorCode.UNSUPPORTED_FORMAT, error.code());
    assertTrue(error.getMessage().contains("version 2"), error.getMessage());
    setFormat("1");
    try (SqlTester sql = open()) {
      sql.check("SELECT a FROM t", "1");
    }
  }

  @Test
  void unknownFeatureIsRefusedByNameAndNothingIsChanged() {
    try (SqlTester sql = open()) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      sql.run("INSERT INTO t VALUES (1)");
    }
    setEntry("features", "levitation telepathy");
    for (String mode : new String[] {"readwrite", "readonly", "secondary"}) {
      GabbroException error = assertThrows(GabbroException.class, () -> open("mode", mode));
      assertEquals(ErrorCode.UNSUPPORTED_FORMAT, error.code());
      assertTrue(
          error.getMessage().endsWith("what this one does not know: levitation, telepathy"),
          error.getMessage());
    }
    setEntry("features", "");
    try (SqlTester sql = open()) {
      sql.check("SELECT a FROM t", "1");
    }
  }

  private void setFormat(String version) {
    setEntry("format", version);
  }

  private void setEntry(String key, String value) {
    try (Database store = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      WriteBatch batch = new WriteBatch();
      batch.put(
          store.columnFamily("gabbro.catalog").orElseThrow(),
          key.getBytes(StandardCharsets.US_ASCII),
          value.getBytes(StandardCharsets.US_ASCII));
      store.write(batch, Durability.SYNC);
    }
  }

  @Test
  void corruptRowIsReportedWithTableAndKeyOrSkipped() {
    try (SqlTester sql = open()) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)");
      sql.run("INSERT INTO t VALUES (1, 'one'), (2, 'two'), (3, 'three')");
    }
    try (Database store = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      WriteBatch batch = new WriteBatch();
      batch.put(
          store.columnFamily("gabbro.rows").orElseThrow(),
          new byte[] {0, 0, 0, 1, (byte) 0x80, 0, 0, 2},
          new byte[] {1});
      store.write(batch, Durability.SYNC);
    }
    try (SqlTester sql = open()) {
      GabbroException error = sql.fails(ErrorCode.DATA_CORRUPTED, "SELECT * FROM t");
      assertTrue(error.getMessage().contains("\"t\""), error.getMessage());
      assertTrue(error.getMessage().contains("80000002"), error.getMessage());
      sql.fails(ErrorCode.DATA_CORRUPTED, "SELECT b FROM t WHERE a = 2");
      sql.check("SELECT b FROM t WHERE a = 3", "three");
    }
    try (SqlTester sql = open("on_bad_row", "skip")) {
      sql.check("SELECT b FROM t", "one", "three");
      assertTrue(sql.session().takeWarnings().toString().contains("skipped 1 row of table \"t\""));
    }
  }

  @Test
  void directoryOfAnotherProgramStaysAsItIsUntilTheFirstTable() {
    try (Database store = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      WriteBatch batch = new WriteBatch();
      batch.put(store.createColumnFamily("theirs"), new byte[] {1}, new byte[] {2});
      store.write(batch, Durability.SYNC);
    }
    try (SqlTester sql = open()) {
      sql.check("SELECT 1", "1");
      sql.check("SHOW TABLES");
    }
    try (Database store = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      assertEquals(java.util.List.of("default", "theirs"), store.columnFamilyNames());
    }
  }

  @Test
  void readOnlyModeRefusesWrites() {
    try (SqlTester sql = open()) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      sql.run("INSERT INTO t VALUES (1)");
    }
    try (SqlTester sql = open("mode", "readonly")) {
      sql.check("SELECT a FROM t", "1");
      sql.fails(ErrorCode.READ_ONLY, "INSERT INTO t VALUES (2)");
      sql.fails(ErrorCode.READ_ONLY, "DROP TABLE t");
    }
  }

  @Test
  void handlesShareOneDatabaseAndTheLastCloseClosesIt() {
    SqlTester first = open();
    SqlTester second = open();
    first.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
    first.close();
    second.run("INSERT INTO t VALUES (1)");
    second.close();
    try (SqlTester sql = open()) {
      sql.check("SELECT a FROM t", "1");
    }
    GabbroException error = assertThrows(GabbroException.class, () -> second.run("SELECT 1"));
    assertEquals(ErrorCode.CLOSED, error.code());
  }
}
