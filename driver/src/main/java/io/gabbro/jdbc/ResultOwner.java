package io.gabbro.jdbc;

import java.sql.SQLException;

/** What may have open results, of which a connection knows as long as it is reachable. */
interface ResultOwner {
  /** Closes results whose rows may still be fetched; called under the lock of the connection. */
  void closeOpenResults() throws SQLException;
}
