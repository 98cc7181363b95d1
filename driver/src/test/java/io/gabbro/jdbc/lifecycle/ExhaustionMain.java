package io.gabbro.jdbc.lifecycle;

import io.gabbro.session.Gabbro;
import io.gabbro.session.Holdings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Uses up heap and stack of its own JVM; prints the SQLSTATEs, and what is held at the end. */
final class ExhaustionMain {
  private ExhaustionMain() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    try (Gabbro database = Gabbro.open(directory);
        Connection connection = connect(directory);
        Connection other = connect(directory)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE t (a INT PRIMARY KEY, b TEXT)");
        statement.execute("INSERT INTO t VALUES (1, 'x')");
      }
      for (int doubling = 0; doubling < 10; doubling++) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("INSERT INTO t SELECT a + " + (1 << doubling) + ", b FROM t");
        }
      }
      try (Statement open = other.createStatement();
          ResultSet rows = open.executeQuery("SELECT a FROM t ORDER BY a")) {
        rows.next();
        System.out.println(state(connection, "SELECT string_agg(repeat(b, 500000), ',') FROM t"));
        System.out.println(state(connection, "SELECT repeat(b, 500000) FROM t"));
        System.out.println(state(connection, "UPDATE t SET b = repeat(b, 500000)"));
        System.out.println(inSmallThread(connection));
        int count = 1;
        while (rows.next()) {
          count++;
        }
        System.out.println(count);
      }
      System.out.println(state(other, "UPDATE t SET b = 'y'"));
      System.out.println(Holdings.of(database).equals(Holdings.NONE));
    }
  }

  private static Connection connect(Path directory) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:gabbro:" + directory + "?memory_limit=8GB&segments=off");
  }

  private static String state(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        readAll(statement.getResultSet());
      }
      return "ok";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static void readAll(ResultSet rows) throws SQLException {
    boolean more = true;
    while (more) {
      more = rows.next();
    }
  }

  /** A statement that nests deeper than the stack of its thread lasts. */
  private static String inSmallThread(Connection connection) throws InterruptedException {
    String sql = "SELECT " + "abs(".repeat(240) + "1" + ")".repeat(240);
    String[] state = new String[1];
    Thread thread = new Thread(null, () -> state[0] = state(connection, sql), "small", 160 << 10);
    thread.start();
    thread.join();
    return state[0];
  }
}
