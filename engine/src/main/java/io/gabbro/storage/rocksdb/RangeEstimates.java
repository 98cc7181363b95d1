package io.gabbro.storage.rocksdb;

import io.gabbro.storage.KeyRange;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Range;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDB.CountAndSize;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.SizeApproximationFlag;
import org.rocksdb.Slice;

/** Estimates of sizes and counts of ranges of one column family, memory tables included. */
final class RangeEstimates {
  private static final int COUNTED_KEYS = 128;
  private static final byte[] ABOVE_NEARLY_ALL = new byte[64];

  static {
    Arrays.fill(ABOVE_NEARLY_ALL, (byte) 0xFF);
  }

  private final RocksDB rocks;
  private final ColumnFamilyHandle family;

  /** Estimates for a family whose guard the caller has entered. */
  RangeEstimates(RocksDB rocks, ColumnFamilyHandle family) {
    this.rocks = rocks;
    this.family = family;
  }

  /** About how many bytes a range takes. */
  long size(KeyRange range) {
    return size(
        range, SizeApproximationFlag.INCLUDE_FILES, SizeApproximationFlag.INCLUDE_MEMTABLES);
  }

  private long size(KeyRange range, SizeApproximationFlag... what) {
    if (range.isEmpty()) {
      return 0;
    }
    try (Slice lower = lower(range);
        Slice upper = upper(range)) {
      return rocks.getApproximateSizes(family, List.of(new Range(lower, upper)), what)[0];
    }
  }

  /** How many keys are in a range: exact for few, about for many. */
  long count(KeyRange range) throws RocksDBException {
    if (range.isEmpty()) {
      return 0;
    }
    long few = countUpTo(COUNTED_KEYS, range);
    if (few < COUNTED_KEYS) {
      return few;
    }
    return Math.max(few, inMemory(range) + inFiles(range));
  }

  private long countUpTo(int limit, KeyRange range) throws RocksDBException {
    try (Slice lower = lower(range);
        Slice upper = upper(range);
        ReadOptions options = new ReadOptions().setIterateLowerBound(lower)) {
      if (range.upper() != null) {
        options.setIterateUpperBound(upper);
      }
      try (RocksIterator iterator = rocks.newIterator(family, options)) {
        int count = 0;
        for (iterator.seekToFirst(); count < limit && iterator.isValid(); iterator.next()) {
          count++;
        }
        iterator.status();
        return count;
      }
    }
  }

  private long inMemory(KeyRange range) {
    try (Slice lower = lower(range);
        Slice upper = upper(range)) {
      CountAndSize stats = rocks.getApproximateMemTableStats(family, new Range(lower, upper));
      return stats.count;
    }
  }

  private long inFiles(KeyRange range) throws RocksDBException {
    long all = size(KeyRange.all(), SizeApproximationFlag.INCLUDE_FILES);
    if (all == 0) {
      return 0;
    }
    long keys =
        rocks.getLongProperty(family, "rocksdb.estimate-num-keys")
            - rocks.getLongProperty(family, "rocksdb.num-entries-active-mem-table")
            - rocks.getLongProperty(family, "rocksdb.num-entries-imm-mem-tables");
    double fraction = (double) size(range, SizeApproximationFlag.INCLUDE_FILES) / all;
    return Math.max(0, Math.round(keys * fraction));
  }

  private static Slice lower(KeyRange range) {
    return new Slice(range.lower() == null ? new byte[0] : range.lower());
  }

  private static Slice upper(KeyRange range) {
    return new Slice(range.upper() == null ? ABOVE_NEARLY_ALL : range.upper());
  }
}
