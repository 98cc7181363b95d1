package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.CatalogStore;
import io.gabbro.catalog.TableBuilder;
import io.gabbro.check.CheckContext;
import io.gabbro.check.CheckResult;
import io.gabbro.check.DatabaseCheck;
import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.Snapshot;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.rocksdb.RocksDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CHECK DATABASE, over databases that were damaged through the store. */
final class CheckDatabaseTest {
  @TempDir Path directory;

  private SqlTester open() {
    return new SqlTester(directory.toString(), Map.of());
  }

  private void makeTables() {
    try (SqlTester sql = open()) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL, c INTEGER)");
      sql.run("INSERT INTO t VALUES (1, 'one', 1), (2, 'two', NULL), (3, 'three', 3)");
      sql.run("CREATE TABLE gone (a INTEGER)");
      sql.run("CREATE TABLE u (x TEXT)");
      sql.run("INSERT INTO u VALUES ('p'), ('q')");
    }
  }

  /** Changes the store behind the back of SQL. */
  private void damage(String family, BiConsumer<ColumnFamily, WriteBatch> change) {
    try (Database store = RocksDatabase.open(directory, DatabaseOptions.defaults())) {
      WriteBatch batch = new WriteBatch();
      change.accept(store.createColumnFamily(family), batch);
      store.write(batch, Durability.SYNC);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static List<String> problems(List<String> rows) {
    return rows.stream().filter(row -> !row.endsWith("|null")).toList();
  }

  /** The rows without sizes, and without files, whose number nobody promises. */
  private static List<String> objects(List<String> rows) {
    return rows.stream()
        .map(row -> row.split("\\|", -1))
        .filter(row -> !row[1].startsWith("file"))
        .map(row -> row[0] + "|" + row[1] + "|" + row[2] + "|" + row[4])
        .toList();
  }

  @Test
  void soundDatabaseHasNoProblems() {
    makeTables();
    try (SqlTester sql = open()) {
      sql.run("CREATE TABLE m (id BIGINT PRIMARY KEY, v VARBINARY) USING raw OPTIONS (cf 'other')");
      sql.run("ALTER TABLE t ADD COLUMN d TEXT NOT NULL DEFAULT 'd'");
      sql.run("DROP TABLE gone");
      sql.run("CHECKPOINT");
      List<String> rows = sql.run("CHECK DATABASE");
      assertEquals(List.of(), problems(rows));
      assertTrue(
          rows.stream().anyMatch(row -> row.contains(".sst|file of gabbro.rows|")), rows::toString);
      assertEquals(
          List.of(
              "gabbro.catalog|catalog|5|null",
              "m|mapped table|0|null",
              "t|table|3|null",
              "u|table|2|null"),
          objects(rows));
    }
    try (SqlTester sql = SqlTester.inMemory()) {
      sql.check("CHECK DATABASE");
      sql.check("CHECK DATABASE REPAIR");
    }
  }

  @Test
  void rowsThatDoNotDecodeAreToldAndTheCheckGoesOn() {
    makeTables();
    damage(
        "gabbro.rows",
        (family, batch) -> {
          batch.put(family, new byte[] {0, 0, 0, 1, (byte) 0x80, 0, 0, 2}, new byte[] {1});
          batch.put(family, new byte[] {0, 0, 0, 1, (byte) 0x80, 0, 0}, new byte[] {1});
          batch.put(family, new byte[] {0, 0, 0, 1, (byte) 0x80, 0, 0, 9}, new byte[0]);
          for (int number = 0; number < 20; number++) {
            batch.put(family, new byte[] {0, 0, 0, 3, (byte) number}, new byte[0]);
          }
        });
    try (SqlTester sql = open()) {
      for (String statement : List.of("CHECK DATABASE", "CHECK DATABASE REPAIR")) {
        List<String> rows = problems(sql.run(statement));
        assertEquals(2, rows.size(), rows::toString);
        assertTrue(rows.get(0).startsWith("t|table|5|"), rows.get(0));
        assertTrue(rows.get(0).contains("0x0000000180000002"), rows.get(0));
        assertTrue(rows.get(0).contains("0x00000001800000:"), rows.get(0));
        assertTrue(rows.get(0).contains("0x0000000180000009"), rows.get(0));
        assertTrue(rows.get(1).startsWith("u|table|22|"), rows.get(1));
        assertTrue(rows.get(1).endsWith("more"), rows.get(1));
      }
      sql.check("SELECT b FROM t WHERE a = 3", "three");
    }
  }

  @Test
  void nullInColumnThatForbidsItIsTold() {
    try (SqlTester sql = open()) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)");
      sql.run("INSERT INTO t VALUES (1, 'x'), (2, NULL)");
    }
    damage(
        "gabbro.catalog",
        (family, batch) ->
            batch.put(
                family,
                ascii("table/00000001"),
                ascii(
                    "id: 1\ncolumns: 1 2\nversion 1: 2 text\n\n"
                        + "CREATE TABLE t (a integer NOT NULL, b text NOT NULL, PRIMARY KEY (a))")));
    try (SqlTester sql = open()) {
      List<String> rows = problems(sql.run("CHECK DATABASE"));
      assertEquals(1, rows.size(), rows::toString);
      assertTrue(
          rows.get(0).endsWith("key 0x0000000180000002: NULL in column \"b\", which is NOT NULL"),
          rows.get(0));
    }
  }

  @Test
  void orphanedRowsAreToldAndDeletedOnlyByRepair() {
    makeTables();
    damage(
        "gabbro.rows",
        (family, batch) -> {
          batch.put(family, new byte[] {0, 0, 0, 9, 1}, new byte[] {1});
          batch.put(family, new byte[] {0, 0, 0, 9, 2}, new byte[] {1});
          batch.put(family, new byte[] {-1, -1, -1, -1, 2}, new byte[] {1});
          batch.put(family, new byte[] {7}, new byte[] {1});
        });
    try (SqlTester sql = open()) {
      List<String> orphans =
          List.of(
              "table id 9|rows without table|2|no table has these rows",
              "key 0x07|rows without table|1|no table has these rows",
              "table id 4294967295|rows without table|1|no table has these rows");
      assertEquals(orphans, objects(problems(sql.run("CHECK DATABASE"))));
      assertEquals(orphans, objects(problems(sql.run("CHECK DATABASE"))));
      sql.run("BEGIN READ ONLY");
      sql.fails(ErrorCode.READ_ONLY, "CHECK DATABASE REPAIR");
      sql.run("ROLLBACK");
      assertEquals(
          orphans.stream().map(row -> row + "; deleted").toList(),
          objects(problems(sql.run("CHECK DATABASE REPAIR"))));
      assertEquals(List.of(), problems(sql.run("CHECK DATABASE")));
      sql.check("SELECT a FROM t", "1", "2", "3");
      sql.check("SELECT count(*) FROM u", "2");
    }
  }

  @Test
  void entriesOfTheCatalogAreHeldAgainstOneAnother() {
    makeTables();
    damage(
        "gabbro.catalog",
        (family, batch) -> {
          batch.put(family, ascii("next-id"), ascii("2"));
          batch.put(family, ascii("what"), ascii("2"));
        });
    try (SqlTester sql = open()) {
      List<String> rows = problems(sql.run("CHECK DATABASE"));
      assertEquals(1, rows.size(), rows::toString);
      assertTrue(rows.get(0).startsWith("gabbro.catalog|catalog|6|"), rows.get(0));
      assertTrue(rows.get(0).contains("the next id is 2, and table 3 exists"), rows.get(0));
      assertTrue(rows.get(0).contains("unknown entry \"what\""), rows.get(0));
    }
  }

  @Test
  void damagedFileIsToldByName() throws IOException {
    try (SqlTester sql = open()) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)");
      sql.run("INSERT INTO t VALUES (1, '" + "abcdefgh".repeat(20_000) + "')");
      sql.run("CHECKPOINT");
    }
    Path largest;
    try (Stream<Path> files = Files.list(directory)) {
      largest =
          files
              .filter(file -> file.toString().endsWith(".sst"))
              .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 3] ^= 1;
    Files.write(largest, bytes);
    try (SqlTester sql = open()) {
      List<String> rows = problems(sql.run("CHECK DATABASE"));
      assertEquals(3, rows.size(), rows::toString);
      assertTrue(
          rows.get(0).startsWith(largest.getFileName() + "|file of gabbro.rows|"), rows.get(0));
      assertTrue(rows.get(1).startsWith("t|table|0|"), rows.get(1));
      assertTrue(rows.get(2).startsWith("gabbro.rows|check|"), rows.get(2));
    }
  }

  @Test
  void columnFamilyWithoutTableIsOnlyMentioned() {
    makeTables();
    damage("mine", (family, batch) -> batch.put(family, new byte[] {1}, new byte[] {1}));
    try (SqlTester sql = open()) {
      List<String> rows = sql.run("CHECK DATABASE REPAIR");
      assertEquals(List.of(), problems(rows));
      assertTrue(objects(rows).contains("mine|column family without table|1|null"), rows::toString);
    }
  }

  @Test
  void repairIsRefusedAfterChanges() {
    makeTables();
    try (SqlTester sql = open()) {
      sql.run("BEGIN");
      sql.run("INSERT INTO u VALUES ('r')");
      sql.fails(ErrorCode.INVALID_TRANSACTION_STATE, "CHECK DATABASE REPAIR");
      sql.run("ROLLBACK");
      sql.run("BEGIN");
      sql.run("CHECK DATABASE REPAIR");
      sql.run("COMMIT");
    }
  }

  @Test
  void columnFamilyThatIsDroppedMeanwhileIsLeftOut() {
    Database store = RocksDatabase.open(directory, DatabaseOptions.defaults());
    try (Snapshot snapshot = store.snapshot()) {
      store.createColumnFamily("dropped");
      store.createColumnFamily("stays");
      CheckContext context =
          new CheckContext(
              droppingWhenCounted(store, "dropped"),
              snapshot,
              CatalogSnapshot.empty(),
              new CatalogStore(new TableBuilder(new TableFormats(new TableSerializers()))),
              Optional.empty(),
              () -> {});
      assertEquals(
          List.of("stays"),
          DatabaseCheck.run(context).stream()
              .filter(result -> result.kind().startsWith("column family"))
              .map(CheckResult::object)
              .toList());
      store.close();
      GabbroException e = assertThrows(GabbroException.class, () -> DatabaseCheck.run(context));
      assertEquals(ErrorCode.CLOSED, e.code());
    } finally {
      store.close();
    }
  }

  /** The store, in which a column family is dropped just before its keys are counted. */
  private static Database droppingWhenCounted(Database store, String name) {
    return (Database)
        Proxy.newProxyInstance(
            Database.class.getClassLoader(),
            new Class<?>[] {Database.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("approximateCount")
                  && ((ColumnFamily) arguments[0]).name().equals(name)) {
                store.dropColumnFamily((ColumnFamily) arguments[0]);
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
