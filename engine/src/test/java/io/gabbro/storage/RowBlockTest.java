package io.gabbro.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How blocks keep rows. */
class RowBlockTest {
  @Test
  void keepsRowsOneBehindTheOther() {
    RowBlock block = new RowBlock(3, true, true);
    add(block, "a", "first");
    add(block, "bb", "");
    add(block, "", "x".repeat(1000));
    assertEquals(3, block.count());
    assertArrayEquals(new int[] {0, 1, 3, 3}, block.keyOffsets());
    assertArrayEquals(new int[] {0, 5, 5, 1005}, block.valueOffsets());
    assertEquals("bb", new String(block.key(1), ISO_8859_1));
    assertEquals("first", new String(block.value(0), ISO_8859_1));
    assertEquals(1000, block.valueLength(2));
    assertEquals(5, block.valueStart(2));
  }

  @Test
  void isFullAtItsCapacityOrWithManyBytes() {
    RowBlock block = new RowBlock(3, false, true);
    add(block, "a", "1");
    assertFalse(block.isFull());
    add(block, "b", "x".repeat(9 << 20));
    assertTrue(block.isFull());
    block.clear();
    assertFalse(block.isFull());
    add(block, "a", "1");
    add(block, "a", "1");
    add(block, "a", "1");
    assertTrue(block.isFull());
  }

  @Test
  void skipsWhatIsNotWanted() {
    RowBlock block = new RowBlock(2, false, true);
    add(block, "a", "1");
    add(block, "b", "22");
    assertEquals("22", new String(block.value(1), ISO_8859_1));
    assertEquals(0, block.keys().length);
  }

  private static void add(RowBlock block, String key, String value) {
    byte[] keyBytes = key.getBytes(ISO_8859_1);
    byte[] valueBytes = value.getBytes(ISO_8859_1);
    if (block.wantsKeys()) {
      byte[] target = block.reserveKey(keyBytes.length);
      System.arraycopy(keyBytes, 0, target, block.nextKeyStart(), keyBytes.length);
    }
    byte[] target = block.reserveValue(valueBytes.length);
    System.arraycopy(valueBytes, 0, target, block.nextValueStart(), valueBytes.length);
    block.endRow(keyBytes.length, valueBytes.length);
  }
}
