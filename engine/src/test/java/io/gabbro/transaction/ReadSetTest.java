package io.gabbro.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.execution.TestSeed;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.memory.MemoryDatabase;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReadSetTest {
  private static final int KEYS = 200;

  private final MemoryDatabase database = new MemoryDatabase();
  private final ColumnFamily family = database.createColumnFamily("a");
  private final ColumnFamily other = database.createColumnFamily("b");
  private final ReadSet reads = new ReadSet();

  @AfterEach
  void close() {
    database.close();
  }

  private static byte[] key(int number) {
    return new byte[] {(byte) number};
  }

  private boolean has(int number) {
    return reads.intersects(family.id(), KeyRange.point(key(number)));
  }

  @Test
  void agreesWithASetOfKeys() {
    long seed = TestSeed.get();
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      ReadSet set = new ReadSet();
      BitSet expected = new BitSet();
      for (int step = 0; step < 40; step++) {
        int from = random.nextInt(KEYS);
        int to = Math.min(KEYS, from + random.nextInt(12));
        if (random.nextInt(3) == 0) {
          set.add(family, key(from), 1);
          expected.set(from);
        } else {
          set.add(family, new KeyRange(key(from), key(to)));
          expected.set(from, to);
        }
        int probe = random.nextInt(KEYS);
        int end = Math.min(KEYS, probe + 1 + random.nextInt(5));
        boolean hit = expected.get(probe, end).cardinality() > 0;
        boolean found = set.intersects(family.id(), new KeyRange(key(probe), key(end)));
        assertTrue(found || !hit, "-Dtests.seed=" + seed);
        if (end == probe + 1) {
          assertEquals(
              hit, set.intersects(family.id(), KeyRange.point(key(probe))), "-Dtests.seed=" + seed);
        }
      }
    }
  }

  @Test
  void rangesWithoutBoundsReachToTheEnds() {
    reads.add(family, new KeyRange(null, key(10)));
    assertTrue(has(0));
    assertFalse(has(10));
    reads.add(family, new KeyRange(key(100), null));
    assertFalse(has(99));
    assertTrue(has(200));
    assertTrue(reads.intersects(family.id(), KeyRange.all()));
    assertFalse(reads.intersects(other.id(), KeyRange.all()));
    reads.add(family, new KeyRange(key(10), key(100)));
    assertTrue(has(50));
  }

  @Test
  void tooManyRangesBecomeOne() {
    for (int number = 0; number < 20_100; number += 2) {
      byte[] key = {(byte) (number >> 8), (byte) number};
      reads.add(family, key, key.length);
    }
    assertTrue(
        reads.intersects(family.id(), KeyRange.point(new byte[] {0, 1})), "more than was read");
    assertFalse(reads.intersects(family.id(), KeyRange.point(new byte[] {(byte) 200})));
  }
}
