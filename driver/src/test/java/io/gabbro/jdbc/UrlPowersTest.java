package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URL can make the driver do, and what not. */
class UrlPowersTest {
  private static final AtomicBoolean INITIALIZED = new AtomicBoolean();

  /** Tells when it is initialized. */
  public static final class Trap {
    static {
      INITIALIZED.set(true);
    }

    /** A value. */
    public int number;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fory_classes", "FORY_CLASSES", "fory%5Fclasses"})
  void urlCannotNameClasses(String key) {
    String url = "jdbc:gabbro:mem:?" + key + "=" + Trap.class.getName() + "=100";
    SQLException error = assertThrows(SQLException.class, () -> DriverManager.getConnection(url));
    assertEquals("42501", error.getSQLState(), error.getMessage());
    assertFalse(INITIALIZED.get());
    assertThrows(
        SQLException.class,
        () -> DriverManager.getDriver(url).getPropertyInfo(url, new Properties()));
  }

  @Test
  void propertiesAndDataSourcesCan() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("fory_classes", Trap.class.getName() + "=100");
    try (Connection connection = DriverManager.getConnection("jdbc:gabbro:mem:", properties);
        Statement statement = connection.createStatement()) {
      assertFalse(INITIALIZED.get());
      assertEquals(
          0,
          statement.executeUpdate(
              "CREATE TABLE t (id BIGINT PRIMARY KEY, number INTEGER) USING fory OPTIONS (class '"
                  + Trap.class.getName()
                  + "')"));
    }
  }

  @Test
  void sqlCannotGiveItselfRights() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:gabbro:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a INTEGER)");
      for (String sql :
          new String[] {
            "COPY t FROM '/etc/passwd'",
            "COPY t TO '/tmp/gabbro-must-not-exist.csv'",
            "CREATE TABLE m (id BIGINT PRIMARY KEY) USING flatbuffers OPTIONS (schema '/etc/passwd')"
          }) {
        SQLException error = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
        assertEquals("42501", error.getSQLState(), sql + ": " + error.getMessage());
      }
      for (String option : new String[] {"file_access", "fory_classes", "mappings", "mode"}) {
        String sql = "SET " + option + " = 'true'";
        SQLException error = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
        assertTrue(error.getMessage().contains("only be set when"), error.getMessage());
      }
    }
  }
}
