package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Opens databases that each released format has written: the zip files of {@value #FIXTURES}. Each
 * holds a directory, and in {@code expected.txt} queries and what they gave when it was written.
 *
 * <p>{@code -Dtests.fixture=name} makes the fixture of the present format. Make one when the format
 * version, a feature or the layout of any value changes, and never change one that is there.
 */
final class ReleasedFormatsTest {
  private static final String FIXTURES = "src/test/resources/io/gabbro/session/formats";
  private static final String EXPECTED = "expected.txt";
  private static final int MOST_BYTES = 100_000;

  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE every_type (id BIGINT PRIMARY KEY, b BOOLEAN, i1 SMALLINT, i4 INTEGER,"
              + " i8 BIGINT, n NUMERIC(20,4), f REAL, d DOUBLE PRECISION, c CHAR(3), v VARCHAR(20),"
              + " t TEXT, x VARBINARY, dt DATE, tm TIME, ts TIMESTAMP, tz TIMESTAMPTZ, u UUID)",
          "INSERT INTO every_type VALUES (1, TRUE, -1, 2147483647, -9223372036854775808, -1.5, 0.5,"
              + " 1e300, 'ab', 'é', 'long text', X'00FF', DATE '2024-02-29', TIME '23:59:59.999999',"
              + " TIMESTAMP '1969-12-31 23:59:59', TIMESTAMPTZ '2024-01-01 12:00:00+02',"
              + " UUID '00112233-4455-6677-8899-aabbccddeeff')",
          "INSERT INTO every_type (id) VALUES (-2)",
          "CREATE TABLE \"Odd name\" (\"a b\" TEXT DEFAULT 'it''s', n NUMERIC(12,3),"
              + " d DATE NOT NULL, PRIMARY KEY (d, n DESC))",
          "INSERT INTO \"Odd name\" VALUES ('x', 1.5, '2024-01-01'), (DEFAULT, 2, '2024-01-01')",
          "ALTER TABLE \"Odd name\" ADD COLUMN extra INTEGER NOT NULL DEFAULT 7",
          "INSERT INTO \"Odd name\" (n, d, extra) VALUES (3, '2024-01-02', 8)",
          "ALTER TABLE \"Odd name\" DROP COLUMN \"a b\"",
          "CREATE TABLE plain (a INTEGER, b TEXT)",
          "INSERT INTO plain VALUES (1, 'one'), (2, NULL)",
          "CREATE TABLE gone (a INTEGER)",
          "INSERT INTO gone VALUES (1)",
          "CHECKPOINT",
          "CREATE TABLE raw_values (id BIGINT PRIMARY KEY, v VARBINARY) USING raw OPTIONS (cf 'raw')",
          "INSERT INTO raw_values VALUES (5, X'CAFE'), (-5, X'')",
          "CREATE TABLE fory_rows (id BIGINT PRIMARY KEY, name TEXT, n INTEGER) USING fory_row",
          "INSERT INTO fory_rows VALUES (1, 'a', 10), (2, NULL, NULL)",
          "DROP TABLE gone",
          "DELETE FROM plain WHERE a = 1",
          "ALTER TABLE plain ADD COLUMN c TEXT DEFAULT 'line\nbreak \\ é'",
          "INSERT INTO plain VALUES (3, 'three', 'c')");

  private static final List<String> QUERIES =
      List.of(
          "SELECT * FROM every_type",
          "SELECT * FROM \"Odd name\"",
          "SELECT * FROM plain ORDER BY a",
          "SELECT * FROM raw_values",
          "SELECT * FROM fory_rows",
          "SHOW TABLES");

  @TempDir Path directory;

  static List<String> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(FIXTURES))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private SqlTester open() {
    return new SqlTester(directory.resolve("database").toString(), Map.of());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void databaseOfReleasedFormatIsReadAndWritten(String fixture) throws IOException {
    unzip(Path.of(FIXTURES, fixture));
    List<String> expected = Files.readAllLines(directory.resolve(EXPECTED));
    assertFalse(expected.isEmpty());
    try (SqlTester sql = open()) {
      assertEquals(expected, answers(sql, queries(expected)));
      sql.run("INSERT INTO every_type (id, t) VALUES (99, 'new')");
      sql.run("INSERT INTO plain (a) VALUES (99)");
      sql.run("INSERT INTO raw_values VALUES (99, X'01')");
      sql.run("UPDATE fory_rows SET name = 'new' WHERE id = 1");
      sql.run("CREATE TABLE fresh (a INTEGER PRIMARY KEY)");
      sql.run("INSERT INTO fresh VALUES (1)");
    }
    try (SqlTester sql = open()) {
      sql.check("SELECT id, t FROM every_type", "-2|null", "1|long text", "99|new");
      sql.check("SELECT count(*), count(c) FROM plain", "3|3");
      sql.check("SELECT id FROM raw_values", "-5", "5", "99");
      sql.check("SELECT name FROM fory_rows", "new", "null");
      sql.check("SELECT * FROM fresh", "1");
      sql.check("SELECT count(*) FROM \"Odd name\"", "3");
      assertEquals(
          List.of(),
          sql.run("CHECK DATABASE").stream().filter(row -> !row.endsWith("|null")).toList());
    }
  }

  /** Makes the fixture that {@code -Dtests.fixture} names; without it, only tries to. */
  @Test
  void fixtureOfThePresentFormatCanBeMade() throws IOException {
    try (SqlTester sql = open()) {
      STATEMENTS.forEach(sql::run);
      Files.write(directory.resolve(EXPECTED), answers(sql, QUERIES));
    }
    Path made = directory.resolve("made.zip");
    zip(made);
    assertFalse(Files.size(made) > MOST_BYTES, () -> made.toFile().length() + " bytes");
    String name = System.getProperty("tests.fixture", "");
    if (!name.isEmpty()) {
      Files.copy(made, Path.of(FIXTURES, name + ".zip"));
    }
  }

  /** Each query behind {@code ? }, then its rows behind {@code = }; line breaks are escaped. */
  private static List<String> answers(SqlTester sql, List<String> queries) {
    List<String> lines = new ArrayList<>();
    for (String query : queries) {
      lines.add("? " + query);
      sql.run(query).forEach(row -> lines.add("= " + row.replace("\n", "\\n")));
    }
    return lines;
  }

  private static List<String> queries(List<String> answers) {
    return answers.stream()
        .filter(line -> line.startsWith("? "))
        .map(line -> line.substring(2))
        .toList();
  }

  private void zip(Path target) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        if (!file.equals(target) && !name.contains("/LOG")) {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(file, zip);
        }
      }
    }
  }

  private void unzip(Path source) throws IOException {
    try (InputStream bytes = Files.newInputStream(source);
        ZipInputStream zip = new ZipInputStream(bytes)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = directory.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }
}
