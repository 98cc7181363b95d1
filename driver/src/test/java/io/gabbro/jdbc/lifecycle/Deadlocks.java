package io.gabbro.jdbc.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which connections have lost a transaction to a deadlock: only there may the other threads that
 * use it hear that it is aborted. Thread-safe.
 */
final class Deadlocks {
  private static final String DEADLOCK = "40P01";
  private static final String ABORTED = "25P02";

  private final Set<Connection> victims = ConcurrentHashMap.newKeySet();
  private final Map<SQLException, Connection> aborted = new ConcurrentHashMap<>();

  /**
   * Hears how an action has failed.
   *
   * @param connection what it has used, or null when it has none
   * @return whether only {@link #unexplained} can tell if the error was right
   */
  boolean note(SQLException error, Connection connection) {
    if (connection == null) {
      return false;
    }
    if (DEADLOCK.equals(error.getSQLState())) {
      victims.add(connection);
    }
    if (!ABORTED.equals(error.getSQLState())) {
      return false;
    }
    aborted.put(error, connection);
    return true;
  }

  /** The errors that told of a deadlock which nobody has seen, once all threads have ended. */
  List<SQLException> unexplained() {
    return aborted.entrySet().stream()
        .filter(entry -> !victims.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
