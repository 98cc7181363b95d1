package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The storage library on its own, with its default options or with tuned ones. */
final class RocksDbEngine implements Engine {

  private final String name;
  private final boolean tuned;

  RocksDbEngine(String name, boolean tuned) {
    this.name = name;
    this.tuned = tuned;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Role role() {
    return Role.LIMIT;
  }

  @Override
  public Subject open(Path directory) throws RocksDBException {
    RocksDB.loadLibrary();
    return new RocksDbSubject(directory, tuned);
  }
}
