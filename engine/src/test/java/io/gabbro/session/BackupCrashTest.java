package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backups whose process is killed while it copies. */
final class BackupCrashTest {
  private static final int TIMES = 3;

  @TempDir Path directory;

  @Test
  @Timeout(300)
  void killedBackupLeavesEarlierOnesUsableAndTheNextOneWorks() throws Exception {
    Path database = directory.resolve("db");
    Path backups = directory.resolve("backups");
    int killedWhileCopying = 0;
    for (int time = 1; time <= TIMES; time++) {
      try (SqlProcess process = SqlProcess.start("backup", database, backups)) {
        assertEquals("ready", process.readLine());
        killedWhileCopying += waitForCopy(backups) ? 1 : 0;
        process.kill();
      }
      List<Integer> whole =
          time == 1 ? List.of() : Gabbro.backups(backups).stream().map(b -> b.id()).toList();
      try (SqlTester sql = new SqlTester(database.toString(), Map.of("file_access", "true"))) {
        for (int id : whole) {
          sql.run("VERIFY BACKUP " + id + " IN '" + backups + "'");
        }
        sql.run("BACKUP TO '" + backups + "'");
        sql.run("VERIFY BACKUP IN '" + backups + "'");
        assertEquals(List.of(), leftovers(backups));
        Path restored = directory.resolve("restored" + time);
        Gabbro.restore(backups, restored);
        try (SqlTester copy = new SqlTester(restored.toString(), Map.of())) {
          assertEquals(
              sql.run("SELECT count(*), sum(length(b)) FROM t"),
              copy.run("SELECT count(*), sum(length(b)) FROM t"));
        }
      }
    }
    assertTrue(killedWhileCopying > 0, "no process was killed while it copied");
  }

  /** Waits until some file of a backup is there under its temporary name. */
  private static boolean waitForCopy(Path backups) throws IOException, InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < end) {
      if (!leftovers(backups).isEmpty()) {
        return true;
      }
      Thread.sleep(1);
    }
    return false;
  }

  private static List<String> leftovers(Path backups) throws IOException {
    for (int attempt = 0; ; attempt++) {
      if (!Files.exists(backups)) {
        return List.of();
      }
      try (Stream<Path> files = Files.walk(backups)) {
        return files.map(Path::toString).filter(name -> name.endsWith(".tmp")).toList();
      } catch (UncheckedIOException e) {
        // Files come and go.
        assertTrue(attempt < 1000, e::toString);
      }
    }
  }
}
