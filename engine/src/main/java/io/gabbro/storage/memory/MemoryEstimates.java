package io.gabbro.storage.memory;

import io.gabbro.storage.KeyRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Estimates of sizes, and cuts, of ranges. Large ranges are judged by the family's sample of keys,
 * small ones by their keys.
 */
final class MemoryEstimates {
  private static final int ENOUGH_SAMPLES = 64;

  private MemoryEstimates() {}

  /** The number of keys in a range: exact for some thousands of them, near for more. */
  static long count(MemoryColumnFamily family, KeyRange range) {
    int sampled = family.sample(range).size();
    if (sampled >= ENOUGH_SAMPLES) {
      return (long) sampled * MemoryColumnFamily.SAMPLE_RATE;
    }
    long count = 0;
    for (Version newest : family.entries(range).values()) {
      count += newest.value == null ? 0 : 1;
    }
    return count;
  }

  /** Cuts a range into at most {@code parts} ranges with about as many keys. */
  static List<KeyRange> split(MemoryColumnFamily family, KeyRange range, int parts) {
    List<byte[]> keys = new ArrayList<>(family.sample(range).keySet());
    if (keys.size() < ENOUGH_SAMPLES) {
      keys.clear();
      for (Map.Entry<byte[], Version> entry : family.entries(range).entrySet()) {
        keys.add(entry.getKey());
      }
    }
    List<byte[]> cuts = new ArrayList<>();
    for (int part = 1; part < parts; part++) {
      int index = (int) ((long) keys.size() * part / parts);
      if (index < keys.size()) {
        cuts.add(keys.get(index));
      }
    }
    return range.splitAt(cuts);
  }
}
