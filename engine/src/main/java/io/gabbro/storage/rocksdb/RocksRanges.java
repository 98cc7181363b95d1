package io.gabbro.storage.rocksdb;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import java.util.List;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** What ranges of keys of an open database take, cut in parts, and compacted. Thread-safe. */
final class RocksRanges {
  private final GuardedStore store;
  private final RocksDB rocks;
  private final RocksFamilies families;

  RocksRanges(GuardedStore store, RocksFamilies families) {
    this.store = store;
    this.rocks = store.rocks();
    this.families = families;
  }

  List<KeyRange> split(ColumnFamily family, KeyRange range, int parts) {
    RocksColumnFamily source = families.enter(family);
    try (Slice lower = new Slice(range.lower() == null ? new byte[0] : range.lower());
        Slice upper = new Slice(range.upper() == null ? new byte[0] : range.upper());
        ReadOptions options = new ReadOptions().setIterateLowerBound(lower)) {
      if (range.upper() != null) {
        options.setIterateUpperBound(upper);
      }
      try (RocksIterator iterator = rocks.newIterator(source.handle(), options)) {
        RangeEstimates estimates = new RangeEstimates(rocks, source.handle());
        return new RangeSplitter(estimates, iterator).split(range, parts);
      }
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    } finally {
      source.guard().exit();
    }
  }

  long size(ColumnFamily family, KeyRange range) {
    RocksColumnFamily source = families.enter(family);
    try {
      return new RangeEstimates(rocks, source.handle()).size(range);
    } finally {
      source.guard().exit();
    }
  }

  long count(ColumnFamily family, KeyRange range) {
    RocksColumnFamily source = families.enter(family);
    try {
      return new RangeEstimates(rocks, source.handle()).count(range);
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    } finally {
      source.guard().exit();
    }
  }

  void compact(ColumnFamily family, KeyRange range) {
    store.checkWritable();
    RocksColumnFamily source = families.enter(family);
    try {
      rocks.compactRange(source.handle(), range.lower(), range.upper());
    } catch (RocksDBException e) {
      throw RocksErrors.translate(e);
    } finally {
      source.guard().exit();
    }
  }
}
