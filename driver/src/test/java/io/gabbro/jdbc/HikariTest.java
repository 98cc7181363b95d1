package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixteen threads, a pool of eight: reads, writes, transactions and errors. It takes {@code
 * -Dtests.hikari.seconds}, 3 by default.
 */
class HikariTest {
  private static final int THREADS = 16;
  private static final int ACCOUNTS = 100;
  private static final int SECONDS = Integer.getInteger("tests.hikari.seconds", 3);

  private static HikariConfig config(Path directory) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:gabbro:" + directory.resolve("db") + "?durability=os");
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(2);
    config.setLeakDetectionThreshold(20_000);
    config.setConnectionTimeout(60_000);
    return config;
  }

  @Test
  void mixedWork(@TempDir Path directory) throws Exception {
    try (HikariDataSource pool = new HikariDataSource(config(directory))) {
      createAccounts(pool);
      ExecutorService executor = Executors.newFixedThreadPool(THREADS);
      List<Future<Long>> results = new ArrayList<>();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(thread);
        results.add(executor.submit(() -> work(pool, random, end)));
      }
      long rounds = 0;
      for (Future<Long> result : results) {
        rounds += result.get(SECONDS + 120L, TimeUnit.SECONDS);
      }
      executor.shutdown();
      assertTrue(rounds > THREADS, () -> "too few rounds");
      assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
      assertEquals(ACCOUNTS * 100L, total(pool));
    }
    try (Connection again = new GabbroDataSource(config(directory).getJdbcUrl()).getConnection()) {
      assertTrue(again.isValid(1));
    }
  }

  private static void createAccounts(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE account (id INT PRIMARY KEY, balance BIGINT NOT NULL)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO account VALUES (?, 100)")) {
        for (int id = 0; id < ACCOUNTS; id++) {
          insert.setInt(1, id);
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }

  private static long work(HikariDataSource pool, Random random, long end) throws SQLException {
    long rounds = 0;
    while (System.nanoTime() - end < 0) {
      switch (random.nextInt(4)) {
        case 0 -> transfer(pool, random);
        case 1 -> fail(pool, random);
        default -> read(pool, random);
      }
      rounds++;
    }
    return rounds;
  }

  /** Moves money, the accounts in the order of their keys, so that there are no deadlocks. */
  private static void transfer(HikariDataSource pool, Random random) throws SQLException {
    int first = random.nextInt(ACCOUNTS - 1);
    int second = first + 1 + random.nextInt(ACCOUNTS - 1 - first);
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE account SET balance = balance + ? WHERE id = ?")) {
        update.setLong(1, -1);
        update.setInt(2, first);
        assertEquals(1, update.executeUpdate());
        update.setLong(1, 1);
        update.setInt(2, second);
        assertEquals(1, update.executeUpdate());
      }
      if (random.nextInt(10) == 0) {
        connection.rollback();
      } else {
        connection.commit();
      }
    }
  }

  /** An error of SQL that must not cost the pool its connection. */
  private static void fail(HikariDataSource pool, Random random) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO account VALUES (?, 0)")) {
      insert.setInt(1, random.nextInt(ACCOUNTS));
      DatabaseTest.assertState("23505", insert::executeUpdate);
      assertTrue(connection.isValid(1));
    }
  }

  private static void read(HikariDataSource pool, Random random) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT balance FROM account WHERE id = ?")) {
      select.setInt(1, random.nextInt(ACCOUNTS));
      try (ResultSet result = select.executeQuery()) {
        assertTrue(result.next());
        result.getLong(1);
      }
    }
  }

  private static long total(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT sum(balance) FROM account")) {
      assertTrue(result.next());
      return result.getLong(1);
    }
  }
}
