package io.gabbro.jdbc.lifecycle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What the threads of an interleaving share, so that each can use what another closes. */
final class Slots {
  private static final int COUNT = 3;

  private final AtomicReferenceArray<Connection> connections = new AtomicReferenceArray<>(COUNT);
  private final AtomicReferenceArray<Statement> statements = new AtomicReferenceArray<>(COUNT);
  private final AtomicReferenceArray<ResultSet> results = new AtomicReferenceArray<>(COUNT);

  /** A connection of some thread, or null. */
  Connection connection(Random random) {
    return connections.get(random.nextInt(COUNT));
  }

  /** A statement of some thread, or null. */
  Statement statement(Random random) {
    return statements.get(random.nextInt(COUNT));
  }

  /** A result of some thread, or null. */
  ResultSet result(Random random) {
    return results.get(random.nextInt(COUNT));
  }

  /** Shares a connection; the one before is returned. */
  Connection put(Random random, Connection connection) {
    return connections.getAndSet(random.nextInt(COUNT), connection);
  }

  /** Shares a statement; the one before is forgotten. */
  void put(Random random, Statement statement) {
    statements.set(random.nextInt(COUNT), statement);
  }

  /** Shares a result; the one before is forgotten. */
  void put(Random random, ResultSet result) {
    results.set(random.nextInt(COUNT), result);
  }

  /** Closes all connections. */
  void close() throws java.sql.SQLException {
    for (int slot = 0; slot < COUNT; slot++) {
      Connection connection = connections.get(slot);
      if (connection != null) {
        connection.close();
      }
    }
  }
}
