package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.config.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverTest {
  @Test
  void theDriverIsFound() throws SQLException {
    assertTrue(
        ServiceLoader.load(Driver.class).stream()
            .anyMatch(provider -> provider.type() == GabbroDriver.class));
    assertInstanceOf(GabbroDriver.class, DriverManager.getDriver("jdbc:gabbro:mem:"));
  }

  @Test
  void foreignUrlsAreLeftToOthers() throws SQLException {
    GabbroDriver driver = new GabbroDriver();
    assertFalse(driver.acceptsURL("jdbc:other:x"));
    assertNull(driver.connect("jdbc:other:x", new Properties()));
    DatabaseTest.assertState("22023", () -> driver.connect(null, null));
    DatabaseTest.assertState("22023", () -> driver.connect("jdbc:gabbro:", null));
    DatabaseTest.assertState("42704", () -> driver.connect("jdbc:gabbro:mem:?nope=1", null));
    assertFalse(driver.jdbcCompliant());
  }

  @Test
  void everyOptionIsListed() throws SQLException {
    DriverPropertyInfo[] properties =
        new GabbroDriver().getPropertyInfo("jdbc:gabbro:mem:?durability=os", null);
    assertEquals(Option.values().length, properties.length);
    DriverPropertyInfo durability =
        Arrays.stream(properties)
            .filter(p -> p.name.equals("durability"))
            .findFirst()
            .orElseThrow();
    assertEquals("os", durability.value);
    assertEquals(List.of("sync", "os", "none"), List.of(durability.choices));
    assertFalse(durability.description.isEmpty());
  }

  @Test
  void dataSources() throws SQLException {
    GabbroDataSource source = new GabbroDataSource();
    DatabaseTest.assertState("22023", source::getConnection);
    source.setUrl("jdbc:other:x");
    DatabaseTest.assertState("22023", source::getConnection);
    source.setUrl(null);
    source.setPath("mem:");
    Properties properties = new Properties();
    properties.setProperty("time_zone", "Asia/Tokyo");
    source.setProperties(properties);
    try (Connection connection = source.getConnection("user", "ignored")) {
      assertEquals("jdbc:gabbro:mem:", connection.getMetaData().getURL());
      ResultSet option = connection.createStatement().executeQuery("SHOW time_zone");
      assertTrue(option.next());
      assertEquals("Asia/Tokyo", option.getString(2));
    }
  }

  /** Connections to one directory, closed in any order and by any thread, share one database. */
  @Test
  void connectionsAreClosedInAnyOrderFromAnyThread(@TempDir Path directory) throws Exception {
    long seed =
        System.getProperty("tests.seed", "").isEmpty()
            ? System.nanoTime()
            : Long.parseLong(System.getProperty("tests.seed"));
    String url = "jdbc:gabbro:" + directory.resolve("db");
    List<Connection> connections = new ArrayList<>();
    for (int index = 0; index < 12; index++) {
      Connection connection = DriverManager.getConnection(url);
      if (index == 0) {
        connection.createStatement().execute("CREATE TABLE t (a INT PRIMARY KEY)");
      }
      connection.createStatement().execute("INSERT INTO t VALUES (" + index + ")");
      connection.createStatement().executeQuery("SELECT a FROM t").next();
      connections.add(connection);
    }
    Collections.shuffle(connections, new Random(seed));
    CompletableFuture.allOf(
            connections.stream()
                .map(connection -> CompletableFuture.runAsync(() -> closeTwice(connection)))
                .toArray(CompletableFuture[]::new))
        .get(60, TimeUnit.SECONDS);
    try (Connection again = DriverManager.getConnection(url)) {
      assertEquals(
          List.of("12"),
          DatabaseTest.rows(again.createStatement().executeQuery("SELECT count(*) FROM t")),
          () -> "seed " + seed);
    }
  }

  private static void closeTwice(Connection connection) {
    try {
      connection.close();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens a URL and prints the error. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) throws Exception {
      String outcome = "opened";
      try (Connection connection = DriverManager.getConnection(arguments[0])) {
        connection.isValid(1);
      } catch (SQLException e) {
        outcome = e.getSQLState() + " " + e.getMessage();
      }
      Files.writeString(Path.of(arguments[1]), outcome);
    }
  }

  @Test
  void aSecondProcessIsToldWhoHoldsTheDirectory(@TempDir Path directory) throws Exception {
    String url = "jdbc:gabbro:" + directory.resolve("db");
    Path outcome = directory.resolve("outcome");
    try (Connection holder = DriverManager.getConnection(url)) {
      assertTrue(holder.isValid(1));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcess.class.getName(),
                  url,
                  outcome.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log").toFile())
              .start();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    }
    String message = Files.readString(outcome);
    assertTrue(message.startsWith("55006 "), message);
    assertTrue(message.contains(Long.toString(ProcessHandle.current().pid())), message);
  }
}
