package io.gabbro.jdbc.lifecycle;

import io.gabbro.error.GabbroException;
import io.gabbro.session.Gabbro;
import io.gabbro.session.Holdings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A few threads that use, close, cancel and interrupt one another's connections, statements and
 * results in a random way; afterwards nothing may be held, and no money be lost.
 */
final class Interleaving {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Set<String> EXPECTED =
      Set.of(
          "08003", // a connection that another thread has closed
          "55000", // a statement, result, session or database that another has closed
          "57014", // cancelled, interrupted, timed out
          "25000", // a transaction that has ended
          "40001", "40P01", "55P03", // rows that others change
          "23505", // keys that exist
          "42P01", "42P07", "42703", "42701", // tables that others drop, make and alter
          "24000"); // no row

  private final Path directory;
  private final long seed;
  private final Slots slots = new Slots();
  private final Deadlocks deadlocks = new Deadlocks();
  private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();

  private final Map<String, Integer> outcomes;

  /**
   * An interleaving.
   *
   * @param outcomes counts how the actions ended: by SQLSTATE, and "ok"
   */
  Interleaving(Path directory, long seed, Map<String, Integer> outcomes) {
    this.outcomes = outcomes;
    this.directory = directory;
    this.seed = seed;
  }

  /** Runs it; throws when anything went wrong. */
  void run() throws SQLException, InterruptedException {
    Random random = new Random(seed);
    // Mostly somebody keeps the database open; else the threads open and close it all the time.
    Gabbro keeper = random.nextInt(4) > 0 ? Gabbro.open(directory) : null;
    prepare();
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < 2 + random.nextInt(3); number++) {
      Actions actions = new Actions(directory, slots, seed * 31 + number);
      int steps = 3 + random.nextInt(8);
      threads.add(new Thread(() -> work(actions, steps), "interleaving-" + number));
    }
    threads.forEach(Thread::start);
    for (int count = random.nextInt(4); count > 0; count--) {
      Thread.sleep(random.nextInt(3));
      threads.get(random.nextInt(threads.size())).interrupt();
    }
    join(threads);
    slots.close();
    check(keeper);
  }

  private void prepare() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:gabbro:" + directory);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS accounts (id INT PRIMARY KEY, balance INT)");
      statement.execute("CREATE TABLE IF NOT EXISTS t (a BIGINT PRIMARY KEY, c TEXT)");
      try (ResultSet count = statement.executeQuery("SELECT count(*) FROM accounts")) {
        count.next();
        if (count.getInt(1) > 0) {
          return;
        }
      }
      for (int id = 0; id < Actions.ACCOUNTS; id++) {
        statement.execute("INSERT INTO accounts VALUES (" + id + ", " + Actions.BALANCE + ")");
      }
    }
  }

  private void work(Actions actions, int steps) {
    for (int step = 0; step < steps; step++) {
      try {
        actions.next();
        outcomes.merge("ok", 1, Integer::sum);
      } catch (SQLException e) {
        expect(e, actions.used());
      } catch (GabbroException e) {
        expect(e, e.sqlState());
      } catch (RuntimeException | Error e) {
        unexpected.add(e);
      }
      if (step % 2 == 0 && Thread.interrupted()) {
        outcomes.merge("interrupted", 1, Integer::sum);
      }
    }
  }

  private void expect(SQLException error, Connection connection) {
    for (Throwable second : error.getSuppressed()) {
      if (!(second instanceof SQLException e) || !EXPECTED.contains(e.getSQLState())) {
        unexpected.add(second);
      }
    }
    if (deadlocks.note(error, connection)) {
      outcomes.merge(error.getSQLState(), 1, Integer::sum);
    } else {
      expect(error, error.getSQLState());
    }
  }

  private void expect(Throwable error, String state) {
    outcomes.merge(state, 1, Integer::sum);
    if (!EXPECTED.contains(state)) {
      unexpected.add(error);
    }
  }

  private void join(List<Thread> threads) throws InterruptedException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    for (Thread thread : threads) {
      long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
      thread.join(left);
      if (thread.isAlive()) {
        throw failure("a thread is stuck:\n" + dump(), null);
      }
    }
  }

  private static String dump() {
    Map<String, String> stacks = new TreeMap<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) ->
                stacks.put(
                    thread.getName(),
                    String.join(
                        "\n  ",
                        List.of(stack).stream().map(StackTraceElement::toString).toList())));
    return stacks.toString();
  }

  private void check(Gabbro keeper) throws SQLException {
    unexpected.addAll(deadlocks.unexplained());
    if (!unexpected.isEmpty()) {
      throw failure("an error that nobody may get", unexpected.peek());
    }
    if (keeper != null) {
      checkHoldings(keeper);
      keeper.close();
    }
    try (Connection connection = DriverManager.getConnection("jdbc:gabbro:" + directory);
        Statement statement = connection.createStatement();
        ResultSet sum = statement.executeQuery("SELECT sum(balance), count(*) FROM accounts")) {
      sum.next();
      if (sum.getLong(1) != (long) Actions.ACCOUNTS * Actions.BALANCE
          || sum.getInt(2) != Actions.ACCOUNTS) {
        throw failure("the sum of all accounts is " + sum.getLong(1), null);
      }
    }
  }

  /** What was forgotten open needs a garbage collection, all else is free already. */
  private void checkHoldings(Gabbro keeper) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!Holdings.of(keeper).equals(Holdings.NONE)) {
      if (System.nanoTime() - deadline > 0) {
        throw failure("still held: " + Holdings.of(keeper), null);
      }
      System.gc();
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw failure("interrupted", e);
      }
    }
  }

  private IllegalStateException failure(String what, Throwable cause) {
    return new IllegalStateException("interleaving " + seed + ": " + what, cause);
  }
}
