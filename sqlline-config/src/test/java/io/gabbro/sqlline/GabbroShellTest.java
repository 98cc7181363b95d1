package io.gabbro.sqlline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GabbroShellTest {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir Path directory;

  private int run(String input, String... arguments) throws IOException {
    output.reset();
    errors.reset();
    return new GabbroShell(
            new PrintStream(output, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8))
        .run(false, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
  }

  private String out() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Test
  void runsStatementsOfArgumentsAndKeepsThem() throws IOException {
    String path = directory.resolve("db").toString();
    assertEquals(
        0,
        run(
            "",
            path,
            "-e",
            "CREATE TABLE t (a INTEGER, b TEXT)",
            "-e",
            "INSERT INTO t VALUES (1, 'x;y')"));
    assertEquals(0, run("", path, "--outputFormat=csv", "-e", "SELECT a, b FROM t"));
    assertEquals("\"a\",\"b\"\n\"1\",\"x;y\"\n", out());
  }

  @Test
  void runsStandardInputAndFiles() throws IOException {
    assertEquals(0, run("SELECT 1 AS one;\nSELECT 'é' AS two", "--outputFormat=csv"));
    assertEquals("\"one\"\n\"1\"\n\"two\"\n\"é\"\n", out());
    Path file =
        Files.writeString(directory.resolve("s.sql"), "-- nothing; here\nSELECT 3 AS three;\n");
    assertEquals(0, run("", "--outputFormat=csv", "-f", file.toString()));
    assertEquals("\"three\"\n\"3\"\n", out());
  }

  @Test
  void errorIsToldWithCaretAndStopsTheScript() throws IOException {
    assertEquals(
        1, run("SELECT 1 AS one;\nSELECT nme\nFROM (SELECT 1 AS name) x;\nSELECT 2 AS two;"));
    assertTrue(out().contains("one"), out());
    assertFalse(out().contains("two"), out());
    assertTrue(err().contains("column \"nme\" does not exist"), err());
    assertTrue(err().contains("SELECT nme\n       ^"), err());
    assertTrue(err().contains("name"), err());
    assertFalse(err().contains("\tat "), err());
  }

  @Test
  void listsTablesAndColumns() throws IOException {
    String path = directory.resolve("db").toString();
    run("CREATE TABLE towns (id INTEGER PRIMARY KEY, label TEXT)", path);
    assertEquals(0, run("!tables\n!columns towns\n!describe towns\n!dbinfo\n", path));
    assertTrue(out().contains("towns"), out());
    assertTrue(out().contains("label"), out());
    assertTrue(out().contains("getDatabaseProductName"), out());
  }

  @Test
  void bigTextDoesNotWidenTheTable() throws IOException {
    assertEquals(0, run("SELECT repeat('x', 100000) AS long_text, 1 AS a"));
    assertTrue(out().length() < 50_000, () -> "output has " + out().length() + " characters");
  }

  @Test
  void backupAndRestoreAreCommands() throws IOException {
    String path = directory.resolve("d'b").toString();
    String backups = directory.resolve("back'ups").toString();
    String restored = directory.resolve("restored").toString();
    assertEquals(2, run("", "backup", path, backups));
    assertTrue(err().contains("there is no database"), err());
    assertFalse(Files.exists(Path.of(path)));
    run("", path, "-e", "CREATE TABLE t (a INTEGER)", "-e", "INSERT INTO t VALUES (7)");
    assertEquals(0, run("", "backup", path, backups, "--outputFormat=csv"), err());
    assertTrue(out().startsWith("\"id\",\"time\",\"bytes\",\"files\"\n\"1\","), out());
    assertEquals(0, run("", "restore", backups, restored), err());
    assertEquals(1, run("", "restore", backups, restored));
    assertTrue(err().contains("empty directory"), err());
    assertEquals(0, run("", restored, "--outputFormat=csv", "-e", "SELECT a FROM t"));
    assertEquals("\"a\"\n\"7\"\n", out());
    assertEquals(2, run("", "restore", backups));
  }

  @Test
  void refusesUnknownArguments() throws IOException {
    assertEquals(2, run("", "-x"));
    assertTrue(err().contains("usage"), err());
    assertEquals(2, run("", "-e"));
    assertEquals(0, run("", "--help"));
  }

  @Test
  void demoLoadsItsDataAndCleansUp() throws IOException {
    assertEquals(
        0, run("", "demo", "--outputFormat=csv", "-e", "SELECT count(*) AS n FROM cities"));
    assertTrue(out().contains("Loaded 135,233 cities"), out());
    assertTrue(out().contains("\"135233\""), out());
    Path database = Path.of(out().lines().findFirst().orElseThrow().replaceAll(".* into ", ""));
    assertFalse(Files.exists(database));
  }

  @Test
  void demoShowsItsQueries() throws Exception {
    try (Demo demo = new Demo(new PrintStream(output, true, StandardCharsets.UTF_8))) {
      demo.prepare();
      demo.show();
    }
    assertTrue(out().contains(" 2950159 | Berlin "), out());
    assertTrue(out().contains("TableScan cities"), out());
    assertTrue(out().contains(" 135233 "), out());
  }

  @Test
  void scriptsAreCutWhereSqlSaysSo() {
    assertEquals(
        List.of("SELECT 'a;b';", "!tables", "BEGIN BATCH INSERT INTO t VALUES (1); APPLY BATCH;"),
        ScriptCommand.commands(
            "SELECT 'a;b';\n!tables\nBEGIN BATCH INSERT INTO t VALUES (1); APPLY BATCH;\n"));
  }
}
