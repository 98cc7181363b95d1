package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@link DiskFaultTest} does in other JVMs, on a small disk of their own. It exits with 0 when
 * everything was as it should be.
 */
final class DiskFaultProcess {
  private static final String BIG = "0123456789abcdef".repeat(3000);
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Path directory;
  private final Path filler;
  private final Path count;
  private SqlTester sql;
  private long rows;

  private DiskFaultProcess(Path disk, Path outside) {
    directory = disk.resolve("db");
    filler = disk.resolve("filler");
    count = outside.resolve("count");
  }

  /**
   * What to do, the disk, a directory elsewhere, and perhaps {@code reopen} for what comes last.
   */
  public static void main(String[] arguments) throws Exception {
    Path disk = Path.of(arguments[1]);
    Path outside = Path.of(arguments[2]);
    DiskFaultProcess process = new DiskFaultProcess(disk, outside);
    switch (arguments[arguments.length - 1].equals("reopen") ? "reopen" : arguments[0]) {
      case "full-tables" -> process.fillAndRecover("4MB", outside);
      case "full-log" -> process.fillAndRecover("32MB", outside);
      case "reopen" -> process.reopen();
      case "backup" -> process.backUp(disk, outside);
      case "files" -> process.useUpFiles();
      case "readonly" -> process.forbidWriting();
      case "deleted" -> process.delete();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.out.println("done");
    // As a crash would end it: nothing is closed.
    Runtime.getRuntime().halt(0);
  }

  private void open(String writeBuffer) {
    sql =
        new SqlTester(
            directory.toString(),
            Map.of("file_access", "true", "write_buffer", writeBuffer, "memory_limit", "1MB"));
    sql.run("CREATE TABLE IF NOT EXISTS t (a BIGINT PRIMARY KEY, b TEXT)");
  }

  private void insert(String text) {
    sql.run("INSERT INTO t VALUES (?, ?)", rows, text);
    rows++;
  }

  private void checkRows() {
    sql.check("SELECT count(*), max(a) FROM t", rows + "|" + (rows - 1));
  }

  /** Takes all of the disk but some bytes. */
  private void fill(long left) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      byte[] zeros = new byte[1 << 16];
      while (filler.toFile().getUsableSpace() > left) {
        out.write(zeros);
      }
    } catch (IOException e) {
      assertTrue(e.getMessage().contains("No space left"), e::toString);
    }
  }

  /** Fills the disk by commits, looks what fails then, and goes on when there is space again. */
  private void fillAndRecover(String writeBuffer, Path outside) throws Exception {
    Path csv = Files.writeString(outside.resolve("rows.csv"), "-1," + BIG + "\n-2," + BIG + "\n");
    open(writeBuffer);
    for (int row = 0; row < 200; row++) {
      insert(BIG);
    }
    for (int time = 0; time < 2; time++) {
      fill(10 << 20);
      GabbroException full =
          assertThrows(
              GabbroException.class,
              () -> {
                while (true) {
                  insert(BIG);
                }
              });
      assertEquals(ErrorCode.DISK_FULL, full.code(), full.getMessage());
      assertEquals("53100", full.sqlState());
      assertTrue(full.hint().orElse("").contains("write_buffer"), full::toString);
      fill(0);
      checkRows();
      for (String statement :
          List.of(
              "INSERT INTO t VALUES (-1, '" + BIG + "'), (-2, 'x')",
              "UPDATE t SET b = '" + BIG + "x' WHERE a < 100",
              "DELETE FROM t WHERE a < 5",
              "COPY t FROM '" + csv + "'",
              "CREATE TABLE u (a INTEGER)",
              "CREATE TABLE m (a BIGINT PRIMARY KEY, b VARBINARY) USING raw",
              "CHECKPOINT",
              "SELECT * FROM t ORDER BY b DESC, a",
              "COPY t TO '" + directory.resolveSibling("out.csv") + "'",
              "BACKUP TO '" + directory.resolveSibling("backups") + "'")) {
        sql.fails(ErrorCode.DISK_FULL, statement);
        checkRows();
      }
      sql.check("SHOW TABLES", "public|t|table|2");
      Files.delete(filler);
      Files.deleteIfExists(directory.resolveSibling("out.csv"));
      waitForRecovery();
      checkRows();
      sql.run("CHECKPOINT");
      sql.run("CREATE TABLE u (a INTEGER)");
      sql.run("DROP TABLE u");
    }
    insert("last");
    assertEquals(
        List.of(),
        sql.run("CHECK DATABASE").stream().filter(row -> !row.endsWith("|null")).toList());
    Files.writeString(count, Long.toString(rows));
  }

  private void waitForRecovery() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        insert("small");
        return;
      } catch (GabbroException e) {
        assertEquals(ErrorCode.DISK_FULL, e.code());
        assertTrue(System.nanoTime() < end, e::toString);
        Thread.sleep(100);
      }
    }
  }

  /** What the process before this has committed is there. */
  private void reopen() throws IOException {
    rows = Long.parseLong(Files.readString(count));
    open("4MB");
    checkRows();
    insert("more");
    checkRows();
    sql.close();
  }

  /** Backups and restores on a disk that is full. */
  private void backUp(Path disk, Path outside) throws Exception {
    Path backups = disk.resolve("backups");
    sql =
        new SqlTester(
            outside.resolve("db").toString(), Map.of("file_access", "true", "write_buffer", "4MB"));
    sql.run("CREATE TABLE t (a BIGINT PRIMARY KEY, b TEXT)");
    insert("first");
    sql.run("BACKUP TO '" + backups + "'");
    for (int row = 0; row < 200; row++) {
      insert(BIG + row);
    }
    fill(2 << 20);
    for (int time = 0; time < 2; time++) {
      sql.fails(ErrorCode.DISK_FULL, "BACKUP TO '" + backups + "'");
      assertEquals(1, Gabbro.backups(backups).size());
      sql.run("VERIFY BACKUP 1 IN '" + backups + "'");
      insert("goes on");
    }
    Files.delete(filler);
    sql.run("BACKUP TO '" + backups + "'");
    sql.run("VERIFY BACKUP IN '" + backups + "'");
    fill(2 << 20);
    Path target = disk.resolve("restored");
    sql.fails(ErrorCode.DISK_FULL, "RESTORE FROM '" + backups + "' TO '" + target + "'");
    Files.delete(filler);
    sql.run("RESTORE FROM '" + backups + "' TO '" + target + "'");
    try (SqlTester restored = new SqlTester(target.toString(), Map.of())) {
      restored.check("SELECT count(*) FROM t", Long.toString(rows));
    }
    sql.close();
  }

  /** Runs each statement once, so that all classes are there before the fault. */
  private void warmUp() throws IOException {
    open("4MB");
    insert("x");
    checkRows();
    sql.run("CREATE TABLE v (a BIGINT PRIMARY KEY, b VARBINARY) USING raw");
    sql.run("DROP TABLE v");
    sql.run("CHECKPOINT");
    insert("y");
    checkRows();
    Path damaged = Files.createDirectories(filler.resolveSibling("damaged"));
    Files.writeString(damaged.resolve("CURRENT"), "nothing");
    assertThrows(GabbroException.class, () -> Gabbro.open(damaged));
    sql.fails(ErrorCode.UNDEFINED_TABLE, "SELECT * FROM missing");
  }

  private void expectFault(String statement, String message) {
    GabbroException error = sql.fails(ErrorCode.IO_ERROR, statement);
    assertTrue(error.getMessage().contains(message), error.getMessage());
    assertTrue(error.hint().orElse("").contains("open it again"), error::toString);
  }

  private void useUpFiles() throws Exception {
    warmUp();
    List<InputStream> held = new ArrayList<>();
    for (int time = 0; time < 5; time++) {
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              held.add(Files.newInputStream(Path.of("/dev/null")));
            }
          });
      // The store gives up old files in the background.
      Thread.sleep(200);
    }
    expectFault("CHECKPOINT", "Too many open files");
    checkRows();
    for (InputStream file : held) {
      file.close();
    }
    checkRows();
    closeAndReopen();
  }

  private void forbidWriting() throws Exception {
    warmUp();
    run("chmod", "a-w", directory.toString());
    expectFault("CHECKPOINT", "Permission denied");
    checkRows();
    expectFault("INSERT INTO t VALUES (1000, 'x')", "Permission denied");
    checkRows();
    run("chmod", "u+w", directory.toString());
    closeAndReopen();
  }

  private void closeAndReopen() {
    sql.close();
    open("4MB");
    checkRows();
    insert("again");
    sql.run("CHECKPOINT");
    checkRows();
    sql.close();
  }

  private void delete() throws Exception {
    warmUp();
    run("rm", "-rf", directory.toString());
    for (String statement :
        List.of(
            "CHECKPOINT",
            "CREATE TABLE m (a BIGINT PRIMARY KEY, b VARBINARY) USING raw",
            "BACKUP TO '" + directory.resolveSibling("backups") + "'")) {
      GabbroException error = sql.fails(ErrorCode.IO_ERROR, statement);
      assertTrue(error.getMessage().contains("is not there any more"), error.getMessage());
    }
    checkRows();
    sql.close();
    assertTrue(!Files.exists(directory.resolve("CURRENT")));
  }

  private static void run(String... command) throws Exception {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
