package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodecs;
import io.gabbro.serializer.raw.RawSerializer;
import io.gabbro.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories in which no table was made yet. */
class ExistingDirectoriesTest {
  @TempDir Path directory;
  private String location;

  @BeforeEach
  void writeEntries() {
    location = directory.resolve("db").toString();
    try (SqlTester sql = new SqlTester(location, Map.of())) {
      Table<String, byte[]> cache =
          sql.database().table("cache", KeyCodecs.STRING, new RawSerializer());
      cache.put("a", "one".getBytes(StandardCharsets.UTF_8));
      cache.put("b", "two".getBytes(StandardCharsets.UTF_8));
    }
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(directory.resolve("db"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            file.getFileName().toString(),
            Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  @Test
  void readonlyChangesNothing() throws IOException {
    Map<String, String> before = content();
    try (SqlTester sql = new SqlTester(location, Map.of("mode", "readonly"))) {
      assertTrue(
          sql.run("SHOW COLUMN FAMILIES").stream().anyMatch(row -> row.startsWith("cache|")));
      sql.run("CREATE TABLE cache USING raw OPTIONS (key 'string')");
      assertEquals(List.of("a|6f6e65", "b|74776f"), sql.run("SELECT * FROM cache"));
      sql.fails(ErrorCode.READ_ONLY, "DELETE FROM cache");
      sql.fails(ErrorCode.READ_ONLY, "CREATE TABLE t (a INT PRIMARY KEY)");
      sql.fails(ErrorCode.DUPLICATE_TABLE, "CREATE TABLE cache USING raw");
      sql.fails(ErrorCode.INVALID_TABLE_DEFINITION, "CREATE TABLE other USING raw");
      sql.run("DROP TABLE cache");
      sql.fails(ErrorCode.UNDEFINED_TABLE, "SELECT * FROM cache");
    }
    assertEquals(before, content());
  }

  @Test
  void mappingsLieInAFileOfTheirOwn() throws IOException {
    Path file = directory.resolve("mappings.sql");
    Map<String, String> options = Map.of("mode", "readonly", "mappings", file.toString());
    try (SqlTester sql = new SqlTester(location, options)) {
      sql.run("CREATE TABLE c (k TEXT PRIMARY KEY, v TEXT) USING raw OPTIONS (cf 'cache')");
    }
    assertEquals(
        "CREATE TABLE c (k text NOT NULL, v text, PRIMARY KEY (k)) USING raw OPTIONS (CF"
            + " 'cache');\n",
        Files.readString(file));
    try (SqlTester sql = new SqlTester(location, options)) {
      assertEquals(List.of("two"), sql.run("SELECT v FROM c WHERE k = 'b'"));
    }
    Files.writeString(file, "DROP TABLE c;");
    GabbroException refused =
        assertThrows(GabbroException.class, () -> new SqlTester(location, options).close());
    assertEquals(ErrorCode.INVALID_TABLE_DEFINITION, refused.code());
  }

  @Test
  void aFileOfMappingsLeavesAWritableDirectoryToItsOwner() throws IOException {
    Path file = directory.resolve("mappings.sql");
    Map<String, String> options = Map.of("mappings", file.toString());
    try (SqlTester sql = new SqlTester(location, options)) {
      sql.run("CREATE TABLE c (k TEXT PRIMARY KEY, v TEXT) USING raw OPTIONS (cf 'cache')");
      sql.run("CREATE TABLE d (k TEXT PRIMARY KEY, v TEXT) USING raw OPTIONS (cf 'cache')");
      sql.fails(ErrorCode.INVALID_TABLE_DEFINITION, "CREATE TABLE other USING raw");
      sql.fails(ErrorCode.INVALID_TABLE_DEFINITION, "ALTER TABLE c RENAME TO e");
      sql.fails(ErrorCode.INVALID_TABLE_DEFINITION, "ALTER TABLE c DROP COLUMN v");
      sql.run("UPDATE c SET v = 'three' WHERE k = 'a'");
      sql.run("DROP TABLE d");
      assertEquals(
          List.of("cache", "default"),
          sql.run("SHOW COLUMN FAMILIES").stream()
              .map(row -> row.substring(0, row.indexOf('|')))
              .toList());
    }
    try (SqlTester sql = new SqlTester(location, options)) {
      assertEquals(List.of("a|three", "b|two"), sql.run("SELECT * FROM c"));
      sql.fails(ErrorCode.UNDEFINED_TABLE, "SELECT * FROM d");
      sql.run("TRUNCATE c");
      sql.run("INSERT INTO c VALUES ('x', 'y')");
      assertEquals(List.of("x|y"), sql.run("SELECT * FROM c"));
    }
    assertEquals(1, Files.readAllLines(file).size());
  }

  @Test
  void tablesOfAFileStandBesideThoseOfTheStore() {
    Map<String, String> options = Map.of("mappings", directory.resolve("m.sql").toString());
    String create = "CREATE TABLE c (k TEXT PRIMARY KEY, v TEXT) USING raw OPTIONS (cf 'cache')";
    try (SqlTester sql = new SqlTester(location, options)) {
      sql.session().setAutoCommit(false);
      sql.run("CREATE TABLE t (a INT PRIMARY KEY)");
      sql.fails(ErrorCode.INVALID_TRANSACTION_STATE, create);
      sql.session().rollback();
      sql.run(create);
      sql.run("CREATE TABLE t (a INT PRIMARY KEY)");
      sql.fails(ErrorCode.INVALID_TRANSACTION_STATE, "DROP TABLE c");
      sql.session().rollback();
      sql.run("CREATE TABLE t (a INT PRIMARY KEY)");
      sql.session().commit();
      assertEquals(2, sql.run("SHOW TABLES").size());
      sql.session().commit();
    }
    try (SqlTester sql = new SqlTester(location, Map.of())) {
      assertEquals(List.of("0"), sql.run("SELECT count(*) FROM t"));
      sql.fails(ErrorCode.UNDEFINED_TABLE, "SELECT * FROM c");
    }
  }
}
