package io.gabbro.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random tables and statements give the same on the RocksDB store, on the store in memory, with
 * little memory, and on H2.
 */
final class DifferentialTest {
  private static final int TABLES = 12;
  private static final int STATEMENTS = 120;

  @TempDir Path directory;

  private static long seed() {
    String given = System.getProperty("tests.seed", "");
    return given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
  }

  @Test
  void allStoresAndH2Agree() throws SQLException {
    long seed = seed();
    for (int table = 0; table < TABLES; table++) {
      checkTable(seed + table);
    }
  }

  private void checkTable(long seed) throws SQLException {
    RandomQueries queries = new RandomQueries(seed);
    int rows = new Random(seed).nextInt(300);
    try (SqlTester memory = new SqlTester("mem:", Map.of());
        SqlTester disk =
            new SqlTester(
                directory.resolve("db" + seed).toString(),
                Map.of("memory_limit", "64KB", "durability", "none"));
        Connection h2 = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = h2.createStatement()) {
      for (String text : setUp(queries, rows)) {
        memory.run(text);
        disk.run(text);
        statement.execute(text);
      }
      for (int index = 0; index < STATEMENTS; index++) {
        boolean change = index % 8 == 7;
        String text = change ? queries.change() : queries.query();
        List<String> expected =
            change ? List.of("[" + statement.executeUpdate(text) + "]") : rows(statement, text);
        String context = "-Dtests.seed=" + seed + ": " + text;
        assertEquals(expected, sorted(memory.run(text)), context);
        assertEquals(expected, sorted(disk.run(text)), context);
      }
    }
  }

  private static List<String> setUp(RandomQueries queries, int rows) {
    List<String> statements = new ArrayList<>();
    statements.add(RandomQueries.CREATE);
    statements.addAll(queries.inserts(rows));
    return statements;
  }

  private static List<String> rows(Statement statement, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringJoiner line = new StringJoiner("|");
        for (int column = 1; column <= columns; column++) {
          line.add(normalized(String.valueOf(rows.getObject(column))));
        }
        lines.add(line.toString());
      }
    }
    return sorted(lines);
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>();
    for (String line : lines) {
      StringJoiner normal = new StringJoiner("|");
      for (String value : line.split("\\|", -1)) {
        normal.add(normalized(value));
      }
      sorted.add(normal.toString());
    }
    Collections.sort(sorted);
    return sorted;
  }

  /** Numbers without zeros at their end, whatever their scale. */
  private static String normalized(String value) {
    return value.matches("-?\\d+\\.\\d+")
        ? new BigDecimal(value).stripTrailingZeros().toPlainString()
        : value;
  }
}
