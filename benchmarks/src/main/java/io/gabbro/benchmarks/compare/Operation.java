package io.gabbro.benchmarks.compare;

import java.sql.SQLException;
import org.rocksdb.RocksDBException;

/** One prepared workload on one open database; every call does it once. */
interface Operation extends AutoCloseable {

  /**
   * Does the work and reads its whole result.
   *
   * @param call the number of the call, from 0; selects the sample
   * @param answer receives what was read
   */
  void run(int call, Answer answer) throws SQLException, RocksDBException;

  @Override
  void close() throws SQLException, RocksDBException;
}
