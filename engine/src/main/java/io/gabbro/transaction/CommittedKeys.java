package io.gabbro.transaction;

import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.WriteBatchVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that one commit changed. Of a large commit only the least and the greatest key of each
 * column family are known. Immutable.
 */
final class CommittedKeys {
  private static final int MAX_KEYS = 10_000;
  private static final int BYTES_PER_RANGE = 150;

  private final boolean everything;
  private final Map<Integer, List<KeyRange>> changed = new HashMap<>();
  private long bytes;

  /**
   * The keys of a batch.
   *
   * @param everything whether it may have changed what anyone has read, as a change of tables does
   */
  CommittedKeys(WriteBatch batch, boolean everything) {
    this.everything = everything;
    batch.forEach(new Collector(batch.count() > MAX_KEYS));
  }

  /** Whether it changed a key that was read. */
  boolean conflictsWith(ReadSet reads) {
    return everything
        || changed.entrySet().stream()
            .anyMatch(
                family ->
                    family.getValue().stream()
                        .anyMatch(range -> reads.intersects(family.getKey(), range)));
  }

  /** An estimate of the memory that it takes. */
  long bytes() {
    return bytes;
  }

  private final class Collector implements WriteBatchVisitor {
    private final boolean hullOnly;

    Collector(boolean hullOnly) {
      this.hullOnly = hullOnly;
    }

    @Override
    public void put(
        int family, byte[] bytes, int keyOffset, int keyLength, int valueOffset, int valueLength) {
      add(family, KeyRange.point(Arrays.copyOfRange(bytes, keyOffset, keyOffset + keyLength)));
    }

    @Override
    public void delete(int family, byte[] bytes, int keyOffset, int keyLength) {
      add(family, KeyRange.point(Arrays.copyOfRange(bytes, keyOffset, keyOffset + keyLength)));
    }

    @Override
    public void deleteRange(
        int family,
        byte[] bytes,
        int lowerOffset,
        int lowerLength,
        int upperOffset,
        int upperLength) {
      add(
          family,
          new KeyRange(
              Arrays.copyOfRange(bytes, lowerOffset, lowerOffset + lowerLength),
              Arrays.copyOfRange(bytes, upperOffset, upperOffset + upperLength)));
    }

    private void add(int family, KeyRange range) {
      List<KeyRange> ranges = changed.computeIfAbsent(family, id -> new ArrayList<>());
      if (hullOnly && !ranges.isEmpty()) {
        ranges.set(0, hull(ranges.get(0), range));
      } else {
        ranges.add(range);
        bytes += BYTES_PER_RANGE + range.lower().length + range.upper().length;
      }
    }

    private KeyRange hull(KeyRange one, KeyRange other) {
      return new KeyRange(
          Arrays.compareUnsigned(one.lower(), other.lower()) <= 0 ? one.lower() : other.lower(),
          Arrays.compareUnsigned(one.upper(), other.upper()) >= 0 ? one.upper() : other.upper());
    }
  }
}
