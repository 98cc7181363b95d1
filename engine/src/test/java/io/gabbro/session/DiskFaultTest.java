package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Disks that are full, directories that cannot be written or are gone, and too many open files: in
 * other JVMs, see {@link DiskFaultProcess}. Skipped where the system gives no small disk.
 */
@Timeout(300)
final class DiskFaultTest {
  private static final String DISK = "mount -t tmpfs -o size=200m none \"$0\" && ";

  @TempDir Path disk;
  @TempDir Path outside;

  /** A command that runs {@code script} with the disk as its name and the rest as arguments. */
  private List<String> inNamespace(String script) {
    return List.of("unshare", "-rm", "sh", "-c", script, disk.toString());
  }

  private static boolean works(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void check(List<String> around, String action) throws Exception {
    try (SqlProcess process =
        SqlProcess.start(around, DiskFaultProcess.class, action, disk, outside)) {
      List<String> output = process.finish();
      assertEquals(
          List.of("done", "exit 0"),
          output.subList(Math.max(0, output.size() - 2), output.size()),
          () -> String.join("\n", output));
    }
  }

  /** The disk lives as long as the namespace, so what opens the database again runs in it too. */
  @ParameterizedTest
  @ValueSource(strings = {"full-tables", "full-log"})
  void fullDiskLosesNothingAndWritesGoOnWhenThereIsSpace(String action) throws Exception {
    assumeTrue(works(inNamespace(DISK + "true")));
    check(inNamespace(DISK + "\"$@\" && exec \"$@\" reopen"), action);
  }

  @Test
  void backupsOnFullDiskLeaveEarlierOnesUsable() throws Exception {
    assumeTrue(works(inNamespace(DISK + "true")));
    check(inNamespace(DISK + "exec \"$@\""), "backup");
  }

  @Test
  void tooManyOpenFilesAreAnErrorUntilItIsOpenedAgain() throws Exception {
    List<String> limited = List.of("sh", "-c", "ulimit -n 300 && exec \"$@\"", "sh");
    assumeTrue(works(List.of("sh", "-c", "ulimit -n 300")));
    check(limited, "files");
  }

  @Test
  void directoryThatBecomesReadOnlyIsAnErrorUntilItIsOpenedAgain() throws Exception {
    if (System.getProperty("user.name").equals("root")) {
      // Without its privileges root may write only where others may.
      List<String> unprivileged = List.of("setpriv", "--bounding-set=-all");
      assumeTrue(works(List.of("setpriv", "--bounding-set=-all", "true")));
      check(unprivileged, "readonly");
    } else {
      check(List.of(), "readonly");
    }
  }

  @Test
  void directoryThatIsDeletedIsAnErrorAndClosingWorks() throws Exception {
    check(List.of(), "deleted");
  }
}
