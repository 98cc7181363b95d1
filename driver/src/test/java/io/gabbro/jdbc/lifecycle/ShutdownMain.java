package io.gabbro.jdbc.lifecycle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/**
 * Writes and scans in some threads, prints each key whose insert has returned, and ends its JVM in
 * the middle of that, by {@code System.exit} unless it is told to wait for a signal.
 */
final class ShutdownMain {
  private ShutdownMain() {}

  public static void main(String[] arguments) throws Exception {
    String url = "jdbc:gabbro:" + arguments[0];
    int first = Integer.parseInt(arguments[2]);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS t (a INT PRIMARY KEY, b TEXT)");
      CountDownLatch started = new CountDownLatch(4);
      for (int number = 0; number < 4; number++) {
        int from = first + number * 1_000_000;
        boolean writes = number < 2;
        new Thread(() -> work(url, from, writes, started)).start();
      }
      started.await();
      Thread.sleep(50);
      if (arguments[1].equals("wait")) {
        System.out.println("ready");
        Thread.sleep(60_000);
      }
      System.exit(0);
    }
  }

  private static void work(String url, int from, boolean writes, CountDownLatch started) {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO t VALUES (?, repeat('x', 1000))");
        PreparedStatement scan =
            connection.prepareStatement("SELECT b, count(*) FROM t GROUP BY b ORDER BY 2")) {
      for (int key = from; ; key++) {
        if (writes) {
          insert.setInt(1, key);
          insert.executeUpdate();
          System.out.println(key);
        } else {
          try (ResultSet rows = scan.executeQuery()) {
            rows.next();
          }
        }
        if (key == from + 5) {
          started.countDown();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
