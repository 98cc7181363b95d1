package io.gabbro.jdbc.lifecycle;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.GabbroException;
import io.gabbro.session.Gabbro;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens, writes, scans and closes databases again and again, and fails to open some; the memory and
 * the file descriptors of the process must not grow.
 */
final class Soak {
  /** What the second half of the samples may grow by, end to end, beside noise. */
  private static final double MAX_GROWTH_KILOBYTES = 24 << 10;

  private static final int SAMPLES = 40;

  private final Path directory;
  private long cycles;

  Soak(Path directory) {
    this.directory = directory;
  }

  /** Runs for some time and returns what it has measured; throws when something grows. */
  String run(Duration time) throws IOException, SQLException {
    prepareBroken();
    List<ProcessFigures> samples = new ArrayList<>();
    long start = System.nanoTime();
    while (samples.size() < SAMPLES) {
      long next = start + time.toNanos() * (samples.size() + 1) / SAMPLES;
      do {
        cycle();
      } while (System.nanoTime() - next < 0);
      samples.add(ProcessFigures.now());
    }
    List<ProcessFigures> late = samples.subList(SAMPLES / 2, SAMPLES);
    double growth = slope(late) * late.size();
    int descriptors = late.stream().mapToInt(ProcessFigures::fileDescriptors).max().orElseThrow();
    int before = samples.get(1).fileDescriptors();
    String report =
        String.format(
            "%d cycles with %d failed opens in %d s: RSS %d MB after 1/40, %d MB at half time, %d MB at"
                + " the end, trend of the second half %+.1f MB; file descriptors %d, at most %d later",
            cycles,
            cycles * 4,
            time.toSeconds(),
            samples.get(0).residentKilobytes() >> 10,
            late.get(0).residentKilobytes() >> 10,
            late.get(late.size() - 1).residentKilobytes() >> 10,
            growth / 1024,
            before,
            descriptors);
    if (growth > MAX_GROWTH_KILOBYTES || descriptors > before + 2) {
      throw new IllegalStateException(report);
    }
    return report;
  }

  /** The slope of the line through the samples, in kilobytes a sample. */
  private static double slope(List<ProcessFigures> samples) {
    double meanX = (samples.size() - 1) / 2.0;
    double meanY =
        samples.stream().mapToLong(ProcessFigures::residentKilobytes).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (int x = 0; x < samples.size(); x++) {
      above += (x - meanX) * (samples.get(x).residentKilobytes() - meanY);
      below += (x - meanX) * (x - meanX);
    }
    return above / below;
  }

  private void prepareBroken() throws IOException {
    Files.createDirectories(directory.resolve("other"));
    Files.writeString(directory.resolve("other/readme.txt"), "no database");
    try (Gabbro database = Gabbro.open(directory.resolve("corrupt"))) {
      database.isClosed();
    }
    Files.writeString(directory.resolve("corrupt/CURRENT"), "MANIFEST-999999\n");
    Files.writeString(directory.resolve("file"), "no directory");
  }

  private void cycle() throws SQLException {
    cycles++;
    failToOpen("other", "readwrite");
    failToOpen("corrupt", "readwrite");
    failToOpen("file", "readwrite");
    failToOpen("missing", "readonly");
    try (Connection connection =
        DriverManager.getConnection("jdbc:gabbro:" + directory.resolve("db"))) {
      write(connection);
      read(connection);
    }
    try (Gabbro reader =
            Gabbro.open(
                directory.resolve("db"), DatabaseOptions.defaults().with(Option.MODE, "readonly"));
        Connection connection =
            DriverManager.getConnection("jdbc:gabbro:" + directory.resolve("db"))) {
      read(connection);
      reader.isClosed();
    }
  }

  private void failToOpen(String name, String mode) {
    DatabaseOptions options = DatabaseOptions.defaults().with(Option.MODE, mode);
    try (Gabbro database = Gabbro.open(directory.resolve(name), options)) {
      throw new IllegalStateException(database.location() + " was opened");
    } catch (GabbroException e) {
      // As it has to be.
    }
  }

  private static void write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS t (a INT PRIMARY KEY, b TEXT)");
      if (statement.executeUpdate("DELETE FROM t WHERE a % 3 = 0") > 1_000_000) {
        throw new IllegalStateException("too many rows");
      }
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t VALUES (?, repeat('x', 100))")) {
      for (int row = 0; row < 3000; row += 3) {
        insert.setInt(1, row);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Reads to the end, in part, and forgets a result. */
  private static void read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("SELECT b, count(*) FROM t GROUP BY b ORDER BY 2 DESC")) {
        rows.next();
      }
      try (ResultSet rows = statement.executeQuery("SELECT * FROM t ORDER BY a DESC")) {
        rows.next();
      }
    }
    connection.createStatement().executeQuery("SELECT * FROM t WHERE a > 5").next();
    for (int key = 0; key < 100; key++) {
      try (PreparedStatement point = connection.prepareStatement("SELECT b FROM t WHERE a = ?")) {
        point.setInt(1, key);
        try (ResultSet rows = point.executeQuery()) {
          rows.next();
        }
      }
    }
  }
}
