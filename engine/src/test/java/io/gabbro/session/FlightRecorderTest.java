package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events for Flight Recorder. */
final class FlightRecorderTest {
  @TempDir Path directory;

  private List<RecordedEvent> record(String event, Runnable work) throws IOException {
    Path file = directory.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(recorded -> recorded.getEventType().getName().equals("io.gabbro." + event))
        .toList();
  }

  private SqlTester open() {
    SqlTester sql =
        new SqlTester(directory.resolve("db").toString(), Map.of("write_buffer", "64KB"));
    sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)");
    return sql;
  }

  @Test
  void statements() throws IOException {
    try (SqlTester sql = open()) {
      List<RecordedEvent> events =
          record(
              "Statement",
              () -> {
                sql.run("INSERT INTO t VALUES (1, 'x'), (2, 'y')");
                sql.run("SELECT b FROM t WHERE a = 1");
                sql.fails(ErrorCode.DIVISION_BY_ZERO, "SELECT 1 / (a - 1) FROM t");
              });
      assertEquals(3, events.size(), events.toString());
      RecordedEvent insert = events.get(0);
      assertEquals("INSERT INTO t VALUES (1, 'x'), (2, 'y')", insert.getString("sql"));
      assertEquals(2, insert.getLong("rows"));
      assertEquals("SUCCEEDED", insert.getString("outcome"));
      assertEquals(1, insert.getLong("session"));
      assertTrue(insert.getDuration("work").toNanos() > 0);
      assertEquals("SELECT b FROM t WHERE a = 1", events.get(1).getString("sql"));
      assertEquals(1, events.get(1).getLong("rows"));
      assertEquals("FAILED", events.get(2).getString("outcome"));
    }
  }

  @Test
  void commits() throws IOException {
    try (SqlTester sql = open()) {
      sql.run("SET durability = os");
      List<RecordedEvent> events =
          record(
              "Commit",
              () -> {
                sql.run("INSERT INTO t VALUES (1, repeat('x', 1000))");
                sql.run("SELECT b FROM t");
              });
      assertEquals(1, events.size(), events.toString());
      assertTrue(events.get(0).getLong("bytes") > 1_000);
      assertEquals("os", events.get(0).getString("durability"));
      assertTrue(events.get(0).getBoolean("succeeded"));
    }
  }

  @Test
  void lockWaits() throws IOException {
    try (SqlTester sql = open();
        Session other = sql.database().newSession(DatabaseOptions.defaults())) {
      sql.run("INSERT INTO t VALUES (1, 'x')");
      other.prepare("BEGIN").execute(one(), new io.gabbro.execution.Cancellation());
      other.prepare("UPDATE t SET b = 'y'").execute(one(), new io.gabbro.execution.Cancellation());
      sql.run("SET lock_timeout = '30ms'");
      List<RecordedEvent> events =
          record("LockWait", () -> sql.fails(ErrorCode.LOCK_NOT_AVAILABLE, "UPDATE t SET b = 'z'"));
      assertEquals(1, events.size(), events.toString());
      assertEquals(1, events.get(0).getLong("session"));
      assertEquals(2, events.get(0).getLong("holder"));
      assertEquals("t", events.get(0).getString("table"));
      assertTrue(!events.get(0).getBoolean("acquired"));
      assertTrue(events.get(0).getDuration().toMillis() >= 20);
    }
  }

  private static Parameters one() {
    Parameters parameters = new Parameters(List.of());
    parameters.endRow();
    return parameters;
  }

  @Test
  void flushesAndCompactions() throws IOException {
    try (SqlTester sql = open()) {
      Runnable traffic =
          () -> {
            for (int row = 0; row < 400; row++) {
              sql.run("INSERT INTO t VALUES (?, repeat(md5(?), 100))", row, "v" + row);
            }
          };
      List<RecordedEvent> events = record("Flush", traffic);
      assertTrue(!events.isEmpty());
      long flushes = events.stream().mapToLong(event -> event.getLong("flushes")).sum();
      long bytes = events.stream().mapToLong(event -> event.getLong("bytes")).sum();
      assertTrue(flushes > 0 && bytes > 60_000, events.toString());
    }
  }
}
