package io.gabbro.benchmarks.compare;

import java.sql.SQLException;
import java.util.Optional;
import org.rocksdb.RocksDBException;

/** An open database of one engine. Closing it shuts the engine down cleanly. */
interface Subject extends AutoCloseable {

  /** Creates the table and prepares to fill it. */
  Loader loader() throws SQLException, RocksDBException;

  /**
   * Prepares a workload of kind {@link Workload.Kind#POINT} or {@link Workload.Kind#QUERY}.
   *
   * @return empty if the engine has no such thing
   */
  Optional<Operation> prepare(Workload workload, Samples samples)
      throws SQLException, RocksDBException;

  @Override
  void close() throws SQLException, RocksDBException;
}
