package io.gabbro.storage;

import static io.gabbro.storage.Pairs.all;
import static io.gabbro.storage.Pairs.bytes;
import static io.gabbro.storage.Pairs.delete;
import static io.gabbro.storage.Pairs.get;
import static io.gabbro.storage.Pairs.put;
import static io.gabbro.storage.Pairs.range;
import static io.gabbro.storage.Pairs.rest;
import static io.gabbro.storage.Pairs.scan;
import static io.gabbro.storage.Pairs.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does: reads, writes, ranges, snapshots, column families. */
public abstract class AbstractDatabaseContractTest {
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
  void getsWhatWasPutLast() {
    assertNull(get(database, rows, null, "k"));
    put(database, rows, "k", "1");
    put(database, rows, "k", "2");
    assertEquals("2", get(database, rows, null, "k"));
    delete(database, rows, "k");
    assertNull(get(database, rows, null, "k"));
    put(database, rows, "k", "3");
    assertEquals("3", get(database, rows, null, "k"));
  }

  @Test
  void looksAtTheGivenPartOfTheKeyArrayOnly() {
    put(database, rows, "ab", "short");
    put(database, rows, "abc", "long");
    ValueBuffer buffer = new ValueBuffer();
    assertTrue(database.get(rows, null, bytes("abcxyz"), 2, buffer));
    assertEquals("short", text(buffer.toByteArray()));
    assertTrue(database.get(rows, null, bytes("abcxyz"), 3, buffer));
    assertEquals("long", text(buffer.toByteArray()));
    assertFalse(database.get(rows, null, bytes("abcxyz"), 4, buffer));
  }

  @Test
  void getsManyInTheirOrder() {
    put(database, rows, "a", "1");
    put(database, rows, "b", "");
    List<byte[]> values =
        database.multiGet(rows, null, Stream.of("b", "x", "a", "a").map(Pairs::bytes).toList());
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(text(value)));
    assertEquals(4, texts.size());
    assertEquals(List.of("", "1", "1"), List.of(texts.get(0), texts.get(2), texts.get(3)));
    assertNull(texts.get(1));
    assertEquals(List.of(), database.multiGet(rows, null, List.of()));
  }

  @Test
  void keepsAnyBytesInUnsignedOrder() {
    List<String> keys =
        List.of("\u0080", "a", "\u00FF\u00FF", "", "\0", "\u00FF", "\0\0", "aa", "\177");
    for (String key : keys) {
      put(database, rows, key, "v" + key);
    }
    List<String> expected = new ArrayList<>();
    keys.stream().sorted().forEach(key -> expected.add(key + "=v" + key));
    assertEquals(expected, all(database, rows, null));
    for (String key : keys) {
      assertEquals("v" + key, get(database, rows, null, key));
    }
  }

  @Test
  void keepsEmptyAndLargeValues() {
    String large = "0123456789abcdef".repeat(200_000);
    put(database, rows, "a", "");
    put(database, rows, "b", large);
    put(database, rows, "c", "small");
    assertEquals("", get(database, rows, null, "a"));
    assertEquals(large, get(database, rows, null, "b"));
    assertEquals("small", get(database, rows, null, "c"));
    assertEquals(List.of("a=", "b=" + large, "c=small"), all(database, rows, null));
  }

  @Test
  void scansRangesInBothDirectionsWithEveryKindOfBound() {
    List<String> keys = List.of("b", "bb", "c", "d");
    keys.forEach(key -> put(database, rows, key, "v"));
    List<String> bounds = new ArrayList<>(List.of("", "a", "b", "ba", "bb", "c", "cc", "d", "e"));
    bounds.add(null);
    for (String lower : bounds) {
      for (String upper : bounds) {
        KeyRange range = range(lower, upper);
        List<String> expected = new ArrayList<>();
        for (String key : keys) {
          if (range.contains(bytes(key))) {
            expected.add(key + "=v");
          }
        }
        for (int blockSize = 1; blockSize <= 5; blockSize += 2) {
          assertEquals(expected, scan(database, rows, null, range, Direction.FORWARD, blockSize));
        }
        Collections.reverse(expected);
        assertEquals(expected, scan(database, rows, null, range, Direction.BACKWARD, 2));
      }
    }
  }

  @Test
  void fillsBlocksUpToTheMaximumAndTheCapacity() {
    for (int key = 0; key < 10; key++) {
      put(database, rows, "k" + key, "v" + key);
    }
    RowBlock block = new RowBlock(4, true, false);
    try (RowCursor cursor = database.cursor(rows, null, KeyRange.all(), Direction.FORWARD)) {
      assertEquals(3, cursor.fill(block, 3));
      assertEquals("k2", text(block.key(2)));
      assertEquals(4, cursor.fill(block, 100));
      assertEquals("k3", text(block.key(0)));
      assertEquals(0, block.values().length);
      assertEquals(3, cursor.fill(block, 4));
      assertEquals(0, cursor.fill(block, 4));
      assertEquals(0, block.count());
      assertEquals(0, cursor.fill(block, 4));
    }
  }

  @Test
  void stopsFillingWhenValuesAreLarge() {
    String value = "x".repeat(3 << 20);
    for (int key = 0; key < 8; key++) {
      put(database, rows, "k" + key, value);
    }
    RowBlock block = new RowBlock(100, true, true);
    int total = 0;
    try (RowCursor cursor = database.cursor(rows, null, KeyRange.all(), Direction.FORWARD)) {
      int count = cursor.fill(block, 100);
      assertTrue(count > 0 && count < 8, "rows in a block: " + count);
      while (count > 0) {
        assertEquals(value.length(), block.valueLength(count - 1));
        total += count;
        count = cursor.fill(block, 100);
      }
    }
    assertEquals(8, total);
  }

  @Test
  void readsFromSnapshots() {
    put(database, rows, "a", "1");
    put(database, rows, "b", "1");
    Snapshot before = database.snapshot();
    WriteBatch batch = new WriteBatch();
    batch.put(rows, bytes("a"), bytes("2"));
    batch.delete(rows, bytes("b"));
    batch.put(rows, bytes("c"), bytes("2"));
    database.write(batch, Durability.OS);
    Snapshot after = database.snapshot();
    delete(database, rows, "c");
    put(database, rows, "a", "3");

    assertTrue(before.sequence() < after.sequence());
    assertEquals(List.of("a=1", "b=1"), all(database, rows, before));
    assertEquals(List.of("a=2", "c=2"), all(database, rows, after));
    assertEquals(List.of("a=3"), all(database, rows, null));
    assertEquals("1", get(database, rows, before, "b"));
    assertNull(get(database, rows, before, "c"));
    assertEquals("2", text(database.multiGet(rows, after, List.of(bytes("c"))).get(0)));
    before.close();
    before.close();
    put(database, rows, "a", "4");
    assertEquals(List.of("a=2", "c=2"), all(database, rows, after));
    after.close();
  }

  @Test
  void keepsTheStateOfAnOpenCursor() {
    put(database, rows, "a", "1");
    put(database, rows, "b", "1");
    put(database, rows, "c", "1");
    RowCursor cursor;
    try (Snapshot snapshot = database.snapshot()) {
      cursor = database.cursor(rows, snapshot, KeyRange.all(), Direction.FORWARD);
    }
    try (RowCursor latest = database.cursor(rows, null, KeyRange.all(), Direction.BACKWARD)) {
      assertEquals(1, latest.fill(new RowBlock(1, true, true), 1));
      delete(database, rows, "a");
      put(database, rows, "b", "2");
      put(database, rows, "d", "2");
      assertEquals(List.of("b=1", "a=1"), rest(latest, 10));
    }
    assertEquals(List.of("a=1", "b=1", "c=1"), rest(cursor, 10));
    cursor.close();
    cursor.close();
  }

  @Test
  void appliesTheOperationsOfABatchInTheirOrder() {
    put(database, rows, "b", "old");
    WriteBatch batch = new WriteBatch();
    batch.put(rows, bytes("a"), bytes("1"));
    batch.put(rows, bytes("a"), bytes("2"));
    batch.delete(rows, bytes("a"));
    batch.put(rows, bytes("c"), bytes("1"));
    batch.deleteRange(rows, range("b", "d"));
    batch.put(rows, bytes("c"), bytes("2"));
    batch.put(rows, bytes("d"), bytes("1"));
    batch.delete(rows, bytes("e"));
    batch.put(rows, bytes("e"), bytes("1"));
    database.write(batch, Durability.SYNC);
    assertEquals(List.of("c=2", "d=1", "e=1"), all(database, rows, null));
    database.write(batch, Durability.NONE);
    assertEquals(List.of("c=2", "d=1", "e=1"), all(database, rows, null));
  }

  @Test
  void deletesRanges() {
    for (String key : List.of("", "a", "b", "bb", "c")) {
      put(database, rows, key, "v");
    }
    Snapshot snapshot = database.snapshot();
    WriteBatch batch = new WriteBatch();
    batch.deleteRange(rows, range("b", "c"));
    database.write(batch, Durability.OS);
    assertEquals(List.of("=v", "a=v", "c=v"), all(database, rows, null));
    batch.clear();
    batch.deleteRange(rows, range(null, "b"));
    database.write(batch, Durability.OS);
    assertEquals(List.of("c=v"), all(database, rows, null));
    assertEquals(5, all(database, rows, snapshot).size());
    snapshot.close();
  }

  @Test
  void writesToSeveralFamiliesAtOnce() {
    ColumnFamily other = database.createColumnFamily("other");
    ColumnFamily standard = database.columnFamily(Database.DEFAULT_COLUMN_FAMILY).orElseThrow();
    WriteBatch batch = new WriteBatch();
    batch.put(rows, bytes("k"), bytes("rows"));
    batch.put(other, bytes("k"), bytes("other"));
    batch.put(standard, bytes("k"), bytes("default"));
    database.write(batch, Durability.OS);
    assertEquals("rows", get(database, rows, null, "k"));
    assertEquals("other", get(database, other, null, "k"));
    assertEquals("default", get(database, standard, null, "k"));
    delete(database, other, "k");
    assertEquals("rows", get(database, rows, null, "k"));
  }

  @Test
  void createsAndDropsFamilies() {
    assertEquals(List.of("default", "rows"), database.columnFamilyNames());
    assertSame(rows, database.createColumnFamily("rows"));
    assertEquals(Optional.of(rows), database.columnFamily("rows"));
    assertEquals(Optional.empty(), database.columnFamily("none"));
    ColumnFamily umlaut = database.createColumnFamily("mit Umlaut ä");
    put(database, umlaut, "k", "v");
    assertEquals(List.of("default", "mit Umlaut ä", "rows"), database.columnFamilyNames());

    database.dropColumnFamily(umlaut);
    database.dropColumnFamily(umlaut);
    assertEquals(List.of("default", "rows"), database.columnFamilyNames());
    ColumnFamily again = database.createColumnFamily("mit Umlaut ä");
    assertTrue(again.id() > umlaut.id());
    assertNull(get(database, again, null, "k"));
  }

  @Test
  void refusesToUseDroppedFamilies() {
    ColumnFamily dropped = database.createColumnFamily("dropped");
    put(database, dropped, "k", "v");
    RowCursor cursor = database.cursor(dropped, null, KeyRange.all(), Direction.FORWARD);
    database.dropColumnFamily(dropped);
    assertEquals(List.of("k=v"), rest(cursor, 10));
    cursor.close();
    assertClosed(() -> get(database, dropped, null, "k"));
    assertClosed(() -> database.multiGet(dropped, null, List.of(bytes("k"))));
    assertClosed(() -> database.cursor(dropped, null, KeyRange.all(), Direction.FORWARD));
    assertClosed(() -> database.split(dropped, KeyRange.all(), 2));
    assertClosed(() -> database.approximateCount(dropped, KeyRange.all()));
    WriteBatch batch = new WriteBatch();
    batch.put(rows, bytes("k"), bytes("v"));
    batch.put(dropped, bytes("k"), bytes("v"));
    assertClosed(() -> database.write(batch, Durability.OS));
    assertNull(get(database, rows, null, "k"), "nothing of the batch is applied");
  }

  @Test
  void refusesToDropTheDefaultFamily() {
    ColumnFamily standard = database.columnFamily("default").orElseThrow();
    GabbroException e =
        assertThrows(GabbroException.class, () -> database.dropColumnFamily(standard));
    assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
  }

  @Test
  void refusesFamiliesOfAnotherDatabase() throws Exception {
    try (Database other = open()) {
      ColumnFamily foreign = other.createColumnFamily("rows");
      assertThrows(IllegalArgumentException.class, () -> get(database, foreign, null, "k"));
      assertThrows(IllegalArgumentException.class, () -> put(database, foreign, "k", "v"));
    }
  }

  @Test
  void writesEmptyBatches() {
    try (Snapshot before = database.snapshot()) {
      database.write(new WriteBatch(), Durability.SYNC);
      try (Snapshot after = database.snapshot()) {
        assertEquals(before.sequence(), after.sequence());
      }
    }
  }

  static void assertClosed(Runnable use) {
    GabbroException e = assertThrows(GabbroException.class, use::run);
    assertEquals(ErrorCode.CLOSED, e.code());
  }
}
