package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.rocksdb.RocksDBException;

/** An engine that takes part in the comparison. */
interface Engine {

  /** The name on the command line and in reports. */
  String name();

  /**
   * What the engine is to the comparison; only a {@link Role#PEER} counts when the best peer is
   * determined.
   */
  default Role role() {
    return Role.PEER;
  }

  /**
   * JVM flags that the engine's process needs besides the common ones.
   *
   * @param synced whether its commits are to wait for the disk
   */
  default List<String> processFlags(boolean synced) {
    return List.of();
  }

  /** Connections whose commits wait for the disk; empty if the engine has none. */
  default Optional<SyncedConnections> synced() {
    return Optional.empty();
  }

  /** Opens the database in {@code directory}, or creates one if it is empty. */
  Subject open(Path directory) throws SQLException, RocksDBException;

  /** What an engine is to the comparison. */
  enum Role {
    /** Gabbro itself. */
    SUBJECT,
    /** A database with SQL and JDBC. */
    PEER,
    /** The storage library on its own: no SQL, a limit rather than a competitor. */
    LIMIT
  }
}
