package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.data.LineItem;
import java.sql.SQLException;
import java.util.List;
import org.rocksdb.RocksDBException;

/** Fills an empty table. */
interface Loader extends AutoCloseable {

  /** Writes and commits a chunk of rows. */
  void append(List<LineItem> chunk) throws SQLException, RocksDBException;

  /** Writes what is left; the load is over when this returns. */
  @Override
  void close() throws SQLException, RocksDBException;
}
