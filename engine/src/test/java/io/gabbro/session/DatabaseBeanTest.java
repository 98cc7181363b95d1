package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MBean of a database. */
final class DatabaseBeanTest {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  private static ObjectName name(String location, String more) throws JMException {
    return new ObjectName("io.gabbro:type=Database,location=" + ObjectName.quote(location) + more);
  }

  @Test
  void attributesAreTheRowsOfSysMetrics(@TempDir Path directory) throws Exception {
    String location = directory.toRealPath().resolve("a,b=\"c\"*?").toString();
    ObjectName name = name(location, "");
    try (SqlTester sql = new SqlTester(location, Map.of())) {
      sql.run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
      sql.run("INSERT INTO t VALUES (1), (2)");
      assertEquals(2L, server.getAttribute(name, "RowsWritten"));
      TreeSet<String> attributes = new TreeSet<>();
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        attributes.add(attribute.getName());
        assertFalse(attribute.isWritable());
        assertFalse(attribute.getDescription().isBlank());
      }
      TreeSet<String> metrics = new TreeSet<>();
      for (String metric : sql.run("SELECT name FROM sys.metrics")) {
        StringBuilder camel = new StringBuilder();
        Arrays.stream(metric.split("_", -1))
            .forEach(
                word ->
                    camel
                        .append(Character.toUpperCase(word.charAt(0)))
                        .append(word, 1, word.length()));
        metrics.add(camel.toString());
      }
      assertEquals(metrics, attributes);
      assertEquals(
          attributes.size(), server.getAttributes(name, attributes.toArray(String[]::new)).size());
      assertThrows(AttributeNotFoundException.class, () -> server.getAttribute(name, "Nothing"));
    }
    assertFalse(server.isRegistered(name));
  }

  @Test
  void anotherDatabaseOfTheSameNameGetsANumber() throws Exception {
    try (SqlTester first = SqlTester.inMemory();
        SqlTester second = SqlTester.inMemory()) {
      first.run("SELECT 1");
      second.run("SELECT 1");
      assertTrue(server.queryNames(name("mem:", ",*"), null).size() >= 2);
    }
  }

  @Test
  void nameThatIsTakenHarmsNothing(@TempDir Path directory) throws Exception {
    String location = directory.toRealPath().toString();
    ObjectName taken = name(location, "");
    server.registerMBean(new Taken(), taken);
    try (SqlTester sql = new SqlTester(location, Map.of())) {
      assertEquals(List.of("1"), sql.run("SELECT 1"));
      assertTrue(server.isRegistered(name(location, ",instance=2")));
    } finally {
      server.unregisterMBean(taken);
    }
    assertFalse(server.isRegistered(name(location, ",instance=2")));
  }

  @Test
  void beanThatSomebodyTookAwayHarmsNothing(@TempDir Path directory) throws Exception {
    String location = directory.toRealPath().toString();
    try (SqlTester sql = new SqlTester(location, Map.of())) {
      server.unregisterMBean(name(location, ""));
      assertEquals(List.of("1"), sql.run("SELECT 1"));
    }
    assertFalse(server.isRegistered(name(location, "")));
  }

  /** Has the name already. */
  public interface TakenMBean {}

  private static final class Taken implements TakenMBean {}
}
