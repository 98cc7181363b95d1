package io.gabbro.sqlline;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A temporary database with the cities of the world, and queries worth a look. */
final class Demo implements AutoCloseable {
  private static final String DATA = "demo/cities.csv.gz";
  private static final double NANOS_PER_MILLI = 1e6;

  private static final String CREATE =
      """
      CREATE TABLE cities (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        country CHAR(2) NOT NULL,
        admin TEXT,
        feature TEXT,
        population INTEGER NOT NULL,
        latitude DOUBLE PRECISION NOT NULL,
        longitude DOUBLE PRECISION NOT NULL
      )""";

  private static final List<String> QUERIES =
      List.of(
          "SELECT count(*) AS cities, sum(population) AS inhabitants FROM cities",
          "SELECT * FROM cities WHERE id = 2950159",
          "SELECT name, country, population FROM cities ORDER BY population DESC LIMIT 5",
          """
          SELECT country, count(*) AS cities, max(population) AS largest, avg(population)::INTEGER AS mean
          FROM cities WHERE population > 100000
          GROUP BY country HAVING count(*) > 50 ORDER BY cities DESC LIMIT 5""",
          """
          SELECT CASE WHEN latitude < 0 THEN 'south' ELSE 'north' END AS half,
                 count(*) FILTER (WHERE feature = 'PPLC') AS capitals, count(*) AS cities
          FROM cities GROUP BY half ORDER BY half""",
          "SELECT count(*) AS springfields FROM cities WHERE name ILIKE 'springfield%'",
          "EXPLAIN ANALYZE SELECT name FROM cities WHERE id BETWEEN 2950000 AND 2951000 AND population > 100000");

  private final PrintStream output;
  private final Path directory;

  Demo(PrintStream output) throws IOException {
    this.output = output;
    directory = Files.createTempDirectory("gabbro-demo");
  }

  private String url() {
    return ShellArguments.url(directory.resolve("database").toString());
  }

  /** Loads the data and returns the URL of the database. */
  String prepare() throws IOException, SQLException {
    Path data = directory.resolve("cities.csv.gz");
    try (InputStream packed = Demo.class.getResourceAsStream(DATA)) {
      Files.copy(packed, data);
    }
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
      long start = System.nanoTime();
      int rows =
          statement.executeUpdate("COPY cities FROM '" + data + "' WITH (FORMAT csv, HEADER)");
      output.printf(
          Locale.ROOT,
          "Loaded %,d cities from CSV in %.0f ms into %s%n",
          rows,
          (System.nanoTime() - start) / NANOS_PER_MILLI,
          directory.resolve("database"));
    }
    return url();
  }

  /** Runs the queries and prints what they yield. */
  void show() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      for (String query : QUERIES) {
        output.println();
        output.println(query + ";");
        long start = System.nanoTime();
        try (ResultSet rows = statement.executeQuery(query)) {
          TextTable.print(rows, output);
        }
        output.printf(Locale.ROOT, "%.1f ms%n", (System.nanoTime() - start) / NANOS_PER_MILLI);
      }
      output.println();
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
