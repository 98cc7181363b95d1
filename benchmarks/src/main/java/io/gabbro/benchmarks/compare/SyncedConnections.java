package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Connections to a database whose commits, and what follows them, wait for the disk. */
interface SyncedConnections {

  /** A new connection to the database in {@code directory}, in auto-commit mode. */
  Connection connect(Path directory) throws SQLException;

  /** Statements that must follow each commit for it to be on disk; most engines need none. */
  default List<String> afterCommit() {
    return List.of();
  }
}
