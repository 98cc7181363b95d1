package io.gabbro.jdbc;

import java.sql.SQLException;
import java.util.List;

/** What may have open results, of which a connection knows as long as it is reachable. */
interface ResultOwner {
  /** Closes results whose rows may still be fetched; called under the lock of the connection. */
  void closeOpenResults() throws SQLException;

  /**
   * Closes the results of each owner, whatever fails before it; the first failure is thrown at the
   * end, with the others as its suppressed ones.
   */
  static void closeAll(List<? extends ResultOwner> owners) throws SQLException {
    Throwable first = null;
    for (ResultOwner owner : owners) {
      try {
        owner.closeOpenResults();
      } catch (SQLException | RuntimeException | Error e) {
        if (first == null) {
          first = e;
        } else if (first != e) {
          first.addSuppressed(e);
        }
      }
    }
    if (first instanceof SQLException exception) {
      throw exception;
    } else if (first instanceof RuntimeException exception) {
      throw exception;
    } else if (first instanceof Error error) {
      throw error;
    }
  }
}
