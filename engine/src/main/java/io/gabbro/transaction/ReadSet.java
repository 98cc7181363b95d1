package io.gabbro.transaction;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The keys that a transaction has read, whether they existed or not, as ranges. Where they become
 * too many they are taken together: it then holds more than what was read, never less. Thread-safe.
 */
final class ReadSet {
  private static final int MAX_RANGES = 10_000;
  private static final byte[] LEAST = new byte[0];

  private final Map<Integer, NavigableMap<byte[], KeyRange>> families = new HashMap<>();

  /** Adds a key. */
  void add(ColumnFamily family, byte[] key, int keyLength) {
    add(family, KeyRange.point(Arrays.copyOf(key, keyLength)));
  }

  /** Adds all keys of a range, those that do not exist too. */
  synchronized void add(ColumnFamily family, KeyRange range) {
    if (range.isEmpty()) {
      return;
    }
    NavigableMap<byte[], KeyRange> ranges =
        families.computeIfAbsent(family.id(), id -> new TreeMap<>(Arrays::compareUnsigned));
    byte[] lower = range.lower() == null ? LEAST : range.lower();
    byte[] upper = range.upper();
    Map.Entry<byte[], KeyRange> touching = ranges.floorEntry(lower);
    if (touching == null || !reaches(touching.getValue().upper(), lower)) {
      touching = ranges.ceilingEntry(lower);
    }
    while (touching != null && reaches(upper, touching.getKey())) {
      if (Arrays.compareUnsigned(touching.getKey(), lower) < 0) {
        lower = touching.getKey();
      }
      upper = greater(upper, touching.getValue().upper());
      ranges.remove(touching.getKey());
      touching = ranges.ceilingEntry(lower);
    }
    ranges.put(lower, new KeyRange(lower, upper));
    if (ranges.size() > MAX_RANGES) {
      takeTogether(ranges);
    }
  }

  private static void takeTogether(NavigableMap<byte[], KeyRange> ranges) {
    KeyRange all = new KeyRange(ranges.firstKey(), ranges.lastEntry().getValue().upper());
    ranges.clear();
    ranges.put(all.lower(), all);
  }

  /** Whether a range with that upper bound has or touches {@code key}. */
  private static boolean reaches(byte[] upper, byte[] key) {
    return upper == null || Arrays.compareUnsigned(upper, key) >= 0;
  }

  private static byte[] greater(byte[] upper, byte[] other) {
    if (upper == null || other == null) {
      return null;
    }
    return Arrays.compareUnsigned(upper, other) >= 0 ? upper : other;
  }

  /** Whether a key of {@code range} was read. */
  synchronized boolean intersects(int family, KeyRange range) {
    NavigableMap<byte[], KeyRange> ranges = families.get(family);
    if (ranges == null) {
      return false;
    }
    Map.Entry<byte[], KeyRange> last =
        range.upper() == null ? ranges.lastEntry() : ranges.lowerEntry(range.upper());
    return last != null && !last.getValue().intersect(range).isEmpty();
  }
}
