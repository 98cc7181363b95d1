package io.gabbro.storage;

import static io.gabbro.storage.Pairs.put;
import static io.gabbro.storage.Pairs.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every store splits ranges and estimates them. */
public abstract class AbstractRangeEstimateContractTest {
  private static final int COUNT = 40_000;

  protected Database database;
  protected ColumnFamily rows;

  /** A new, empty database. */
  protected abstract Database open() throws Exception;

  @BeforeEach
  void openDatabase() throws Exception {
    database = open();
    rows = database.createColumnFamily("rows");
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void splitsAnEmptyRangeIntoItself() {
    assertEquals(List.of(KeyRange.all()), database.split(rows, KeyRange.all(), 8));
    put(database, rows, "k", "v");
    assertEquals(List.of(KeyRange.all()), database.split(rows, KeyRange.all(), 1));
    KeyRange behind = range("x", "y");
    assertEquals(List.of(behind), database.split(rows, behind, 8));
    KeyRange none = range("y", "x");
    assertEquals(List.of(none), database.split(rows, none, 8));
  }

  @Test
  void splitsFewKeys() {
    put(database, rows, "a", "v");
    put(database, rows, "b", "v");
    put(database, rows, "c", "v");
    checkSplit(KeyRange.all(), 8, 3);
    checkSplit(range("a", "c"), 8, 2);
  }

  @Test
  void splitsConsecutiveKeysEvenly() {
    fill(0, COUNT, 1);
    checkEvenSplits();
  }

  @Test
  void splitsScatteredKeysEvenly() {
    fill(0, COUNT / 2, 1);
    fill(1L << 40, COUNT / 4, 1L << 20);
    fill(1L << 62, COUNT / 4, 3);
    checkEvenSplits();
  }

  @Test
  void splitsRandomKeysEvenly() {
    Random random = new Random(42);
    WriteBatch batch = new WriteBatch();
    for (int row = 0; row < COUNT; row++) {
      batch.put(rows, key(random.nextLong()), new byte[100]);
    }
    database.write(batch, Durability.OS);
    checkEvenSplits();
  }

  private void checkEvenSplits() {
    checkSplit(KeyRange.all(), 7, COUNT / 7 * 2);
    database.flush();
    checkSplit(KeyRange.all(), 7, COUNT / 7 * 2);
    checkSplit(KeyRange.all(), 2, COUNT / 2 * 3 / 2);
  }

  @Test
  void estimatesCountsAndSizes() {
    fill(0, COUNT, 1);
    KeyRange quarter = new KeyRange(key(COUNT / 4), key(COUNT / 2));
    for (int pass = 0; pass < 2; pass++) {
      assertNear(COUNT, database.approximateCount(rows, KeyRange.all()));
      assertNear(COUNT / 4, database.approximateCount(rows, quarter));
      assertNear(COUNT * 108L, database.approximateSize(rows, KeyRange.all()));
      assertNear(COUNT / 4 * 108L, database.approximateSize(rows, quarter));
      database.flush();
    }
    assertEquals(0, database.approximateCount(rows, range("x", "y")));
    assertEquals(0, database.approximateCount(rows, range("y", "x")));
    assertEquals(0, database.approximateSize(rows, range("y", "x")));
    assertEquals(7, database.approximateCount(rows, new KeyRange(key(10), key(17))));
  }

  private void assertNear(long expected, long actual) {
    assertTrue(
        actual > expected / 2 && actual < expected * 2,
        "expected about " + expected + ", got " + actual);
  }

  private void checkSplit(KeyRange range, int parts, int largest) {
    List<KeyRange> split = database.split(rows, range, parts);
    assertTrue(split.size() <= parts, "parts: " + split.size());
    assertEquals(range.lower(), split.get(0).lower());
    assertEquals(range.upper(), split.get(split.size() - 1).upper());
    int total = 0;
    for (int part = 0; part < split.size(); part++) {
      assertFalse(split.get(part).isEmpty());
      if (part > 0) {
        assertEquals(split.get(part - 1).upper(), split.get(part).lower());
      }
      int count = count(split.get(part));
      assertTrue(count <= largest, "part " + part + " of " + split.size() + " has " + count);
      total += count;
    }
    assertEquals(count(range), total);
  }

  private int count(KeyRange range) {
    RowBlock block = new RowBlock(1000, false, false);
    int count = 0;
    try (RowCursor cursor = database.cursor(rows, null, range, Direction.FORWARD)) {
      while (cursor.fill(block, 1000) > 0) {
        count += block.count();
      }
    }
    return count;
  }

  private void fill(long first, int count, long step) {
    byte[] value = new byte[100];
    new Random(first).nextBytes(value);
    WriteBatch batch = new WriteBatch();
    for (int row = 0; row < count; row++) {
      batch.put(rows, key(first + row * step), value);
    }
    database.write(batch, Durability.OS);
  }

  private static byte[] key(long number) {
    return ByteBuffer.allocate(8).putLong(number).array();
  }
}
