package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads, a connection each, that change one row a commit for some seconds. No two of them change
 * the same rows.
 */
final class CommitRun {

  private static final int ROWS_PER_THREAD = 1_000;
  static final int MAX_THREADS = 32;

  private final SyncedConnections connections;
  private final Path directory;
  private final double seconds;

  /** A run on the database in {@code directory}, which is made if it is empty. */
  CommitRun(SyncedConnections connections, Path directory, double seconds) {
    this.connections = connections;
    this.directory = directory;
    this.seconds = seconds;
  }

  /** Makes and fills the table; the connection that is returned keeps the database open. */
  Connection prepare() throws SQLException {
    Connection connection = connections.connect(directory);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE account (id BIGINT NOT NULL PRIMARY KEY, balance BIGINT NOT NULL)");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO account VALUES (?, ?)")) {
      for (int id = 0; id < MAX_THREADS * ROWS_PER_THREAD; id++) {
        insert.setLong(1, id);
        insert.setLong(2, 0);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
    return connection;
  }

  /** The seconds that a commit takes, all threads together. */
  double measure(int threads) throws SQLException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch ready = new CountDownLatch(threads);
      List<Future<Integer>> counts = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int number = thread;
        counts.add(workers.submit(() -> work(number, ready)));
      }
      ready.await();
      long start = System.nanoTime();
      long commits = 0;
      for (Future<Integer> count : counts) {
        commits += count.get();
      }
      return (System.nanoTime() - start) / 1e9 / commits;
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private int work(int thread, CountDownLatch ready) throws SQLException, InterruptedException {
    Random random = new Random(thread);
    try (Connection connection = connections.connect(directory);
        PreparedStatement update =
            connection.prepareStatement("UPDATE account SET balance = balance + 1 WHERE id = ?");
        Statement after = connection.createStatement()) {
      ready.countDown();
      ready.await();
      long end = System.nanoTime() + (long) (seconds * 1e9);
      int commits = 0;
      while (System.nanoTime() < end) {
        update.setLong(1, (long) thread * ROWS_PER_THREAD + random.nextInt(ROWS_PER_THREAD));
        if (update.executeUpdate() != 1) {
          throw new SQLException("the row is not there");
        }
        for (String statement : connections.afterCommit()) {
          after.execute(statement);
        }
        commits++;
      }
      return commits;
    } finally {
      ready.countDown();
    }
  }
}
