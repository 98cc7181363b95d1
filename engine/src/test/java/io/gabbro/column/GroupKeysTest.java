package io.gabbro.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.execution.TestSeed;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class GroupKeysTest {
  private static GroupKeys of(List<byte[]> keys) {
    ByteBuilder bytes = new ByteBuilder();
    int[] starts = new int[keys.size() + 1];
    for (int row = 0; row < keys.size(); row++) {
      bytes.put(keys.get(row));
      starts[row + 1] = bytes.length();
    }
    return GroupKeys.of(bytes.bytes(), starts, keys.size());
  }

  private static void check(List<byte[]> keys, byte[] probe, String context) {
    GroupKeys group = of(keys);
    int expected = 0;
    while (expected < keys.size() && Arrays.compareUnsigned(keys.get(expected), probe) < 0) {
      expected++;
    }
    boolean exists = expected < keys.size() && Arrays.equals(keys.get(expected), probe);
    assertEquals(exists ? expected : -expected - 1, group.find(probe), context);
    assertEquals(expected, group.firstAtLeast(probe), context);
  }

  @Test
  void keysOfOneLength() {
    List<byte[]> keys = List.of(new byte[] {1, 1, 5}, new byte[] {1, 1, -3}, new byte[] {1, 2, 0});
    GroupKeys group = of(keys);
    for (int row = 0; row < keys.size(); row++) {
      assertArrayEquals(keys.get(row), group.key(row));
    }
    check(keys, new byte[] {1, 1, 6}, "between");
    check(keys, new byte[] {1}, "a part of the prefix");
    check(keys, new byte[] {0, 9, 9, 9}, "before the prefix");
    check(keys, new byte[] {2}, "behind the prefix");
    check(keys, new byte[0], "empty");
  }

  @Test
  void aSingleKey() {
    List<byte[]> keys = List.of(new byte[] {7, 7});
    assertArrayEquals(keys.get(0), of(keys).key(0));
    check(keys, new byte[] {7, 7}, "the key");
    check(keys, new byte[] {7}, "shorter");
    check(keys, new byte[] {7, 7, 0}, "longer");
  }

  @Test
  void randomKeys() {
    long seed = TestSeed.get();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
      int fixed = random.nextInt(4);
      while (keys.size() < 1 + random.nextInt(60)) {
        keys.add(key(random, fixed));
      }
      for (int probe = 0; probe < 20; probe++) {
        check(List.copyOf(keys), key(random, fixed), "-Dtests.seed=" + seed);
      }
    }
  }

  private static byte[] key(Random random, int fixed) {
    byte[] key = new byte[fixed + random.nextInt(6)];
    for (int index = fixed; index < key.length; index++) {
      key[index] = (byte) (random.nextInt(4) * 80);
    }
    return key;
  }
}
