package io.gabbro.jdbc.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a JVM of its own can show: how it ends, and what happens without memory. */
@Timeout(180)
class ChildJvmTest {
  private static final int SIGTERM_STATUS = 143;

  @TempDir Path directory;

  private Process start(Class<?> main, List<String> options, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-XX:ErrorFile=" + directory.resolve("hs_err.log"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command)
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private List<String> output() throws IOException {
    return Files.readAllLines(directory.resolve("out"));
  }

  @Test
  void exitAndSignalInTheMiddleOfStatements() throws Exception {
    Path database = directory.resolve("db");
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      boolean signal = round % 2 == 1;
      Process child =
          start(
              ShutdownMain.class,
              List.of("-Xmx256m"),
              database,
              signal ? "wait" : "exit",
              round * 10_000_000);
      if (signal) {
        awaitReady();
        child.destroy();
      }
      long start = System.nanoTime();
      assertTrue(child.waitFor(60, TimeUnit.SECONDS));
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      assertTrue(!signal || seconds < 10, () -> "ended after " + seconds + " s");
      assertEquals(signal ? SIGTERM_STATUS : 0, child.exitValue());
      assertFalse(Files.exists(directory.resolve("hs_err.log")));
      List<String> lines = output();
      // The last line may be cut.
      acknowledged.addAll(lines.subList(0, lines.size() - 1));
      acknowledged.remove("ready");
      assertKept(database, acknowledged);
    }
  }

  private void awaitReady() throws Exception {
    while (!output().contains("ready")) {
      Thread.sleep(10);
    }
  }

  private static void assertKept(Path database, List<String> keys) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:gabbro:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT a FROM t")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    assertFalse(keys.isEmpty());
    assertTrue(new HashSet<>(found).containsAll(keys));
  }

  @Test
  void exhaustedHeapAndStackFailOneStatement() throws Exception {
    Process child =
        start(
            ExhaustionMain.class, List.of("-Xmx96m", "-XX:+UseSerialGC"), directory.resolve("db"));
    assertTrue(child.waitFor(120, TimeUnit.SECONDS));
    assertEquals(
        List.of("53200", "53200", "53200", "54001", "1024", "ok", "true"),
        output(),
        () -> errors());
  }

  private String errors() {
    try {
      return Files.readString(directory.resolve("err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void memoryAndFileDescriptorsDoNotGrow() throws Exception {
    if (!ProcessFigures.areAvailable()) {
      return;
    }
    Process child =
        start(LifecycleMain.class, List.of("-Xmx96m", "-XX:+UseSerialGC"), "soak", "12");
    assertTrue(child.waitFor(150, TimeUnit.SECONDS));
    assertEquals(0, child.exitValue(), () -> errors());
    try (Stream<String> lines = Files.lines(directory.resolve("out"))) {
      lines.forEach(System.out::println);
    }
  }
}
