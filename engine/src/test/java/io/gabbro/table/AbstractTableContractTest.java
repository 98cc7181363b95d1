package io.gabbro.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.catalog.Catalog;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodecs;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.Durability;
import io.gabbro.storage.WriteBatch;
import io.gabbro.transaction.Isolation;
import io.gabbro.transaction.Transaction;
import io.gabbro.transaction.TransactionManager;
import io.gabbro.transaction.TransactionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What typed tables do, on any store. */
abstract class AbstractTableContractTest {
  private static final TransactionOptions OPTIONS =
      new TransactionOptions(
          Isolation.READ_COMMITTED, false, Durability.OS, Duration.ofMillis(200));

  private Database database;
  private TransactionManager transactions;
  private Table<Long, String> table;

  abstract Database open();

  @BeforeEach
  void openTable() {
    database = open();
    transactions = new TransactionManager(database, new Catalog(database, CatalogSnapshot.empty()));
    table = tables(false).open("names", KeyCodecs.LONG, new TextSerializer());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private TypedTables tables(boolean skipsBadEntries) {
    return new TypedTables(database, transactions, OPTIONS, skipsBadEntries, this);
  }

  private void fill(int count) {
    table.putBatch(IntStream.range(0, count).mapToObj(i -> Map.entry((long) i, "v" + i)));
  }

  private static List<String> entries(Table<Long, String> table, Range<Long> range) {
    return table.filterMap(range, (key, value) -> key + value);
  }

  @Test
  void aValueIsSetReadAndDeleted() {
    assertEquals(Optional.empty(), table.get(1L));
    assertFalse(table.containsKey(1L));
    assertFalse(table.delete(1L));
    table.put(1L, "one");
    table.put(1L, "uno");
    assertEquals(Optional.of("uno"), table.get(1L));
    assertEquals(Optional.of(3), table.get(1L, String::length));
    assertTrue(table.containsKey(1L));
    assertTrue(table.delete(1L));
    assertFalse(table.delete(1L));
    assertEquals(Optional.empty(), table.get(1L, String::length));
  }

  @Test
  void storesExactlyTheBytesOfCodecAndSerializer() {
    table.put(258L, "é");
    ColumnFamily family = database.columnFamily("names").orElseThrow();
    byte[] key = {(byte) 0x80, 0, 0, 0, 0, 0, 1, 2};
    byte[] value = database.multiGet(family, null, List.of(key)).get(0);
    assertEquals("c3a9", java.util.HexFormat.of().formatHex(value));
    table.putBytes(258L, new byte[] {'x'});
    assertEquals(Optional.of("x"), table.get(258L));
  }

  @Test
  void manyValuesAtOnceInTheOrderOfTheKeys() {
    fill(3);
    assertEquals(
        List.of(Optional.of("v2"), Optional.empty(), Optional.of("v0"), Optional.of("v2")),
        table.multiGet(List.of(2L, 9L, 0L, 2L)));
  }

  @Test
  void rangesOfKeys() {
    table.putBatch(List.of(Map.entry(-1L, "a"), Map.entry(0L, "b"), Map.entry(7L, "c")));
    assertEquals(List.of("-1a", "0b", "7c"), entries(table, Range.all()));
    assertEquals(List.of("0b", "7c"), entries(table, Range.atLeast(0L)));
    assertEquals(List.of("7c"), entries(table, Range.greaterThan(0L)));
    assertEquals(List.of("-1a", "0b"), entries(table, Range.atMost(0L)));
    assertEquals(List.of("-1a"), entries(table, Range.lessThan(0L)));
    assertEquals(List.of("0b", "7c"), entries(table, Range.closed(0L, 7L)));
    assertEquals(List.of("0b"), entries(table, Range.closedOpen(0L, 7L)));
    assertEquals(List.of(), entries(table, Range.closedOpen(7L, 0L)));
  }

  @Test
  void foldsInTheOrderOfTheKeysOverManyBlocks() {
    fill(5000);
    assertEquals(5000, table.<Integer>fold(0, (count, key, value) -> count + 1));
    StringBuilder keys = new StringBuilder();
    table.fold(Range.closed(2L, 4L), keys, (text, key, value) -> text.append(key).append(value));
    assertEquals("2v23v34v4", keys.toString());
  }

  @Test
  void visitsUntilTheVisitorHasEnough() {
    fill(3000);
    List<Long> seen = new ArrayList<>();
    table.forEachWhile(
        Range.atLeast(1000L),
        (key, value) -> {
          seen.add(key);
          return seen.size() < 3;
        });
    assertEquals(List.of(1000L, 1001L, 1002L), seen);
    seen.clear();
    table.forEach((key, value) -> seen.add(key));
    assertEquals(3000, seen.size());
  }

  @Test
  void scansBothWays() {
    fill(2500);
    try (TableScanner<Long, String> scanner =
        table.scan(Range.lessThan(2000L), Direction.BACKWARD)) {
      for (long key = 1999; key >= 0; key--) {
        assertTrue(scanner.next());
        assertEquals(key, scanner.key());
        assertEquals("v" + key, scanner.value());
      }
      assertFalse(scanner.next());
      assertThrows(IllegalStateException.class, scanner::key);
    }
  }

  @Test
  void aClosedScannerThrows() {
    fill(3);
    TableScanner<Long, String> scanner = table.scan(Range.all(), Direction.FORWARD);
    assertTrue(scanner.next());
    scanner.close();
    scanner.close();
    GabbroException e = assertThrows(GabbroException.class, scanner::next);
    assertEquals(ErrorCode.CLOSED, e.code());
  }

  @Test
  void aScanSeesTheStateOfItsStart() {
    fill(3000);
    List<Long> seen = new ArrayList<>();
    table.forEach(
        (key, value) -> {
          seen.add(key);
          table.delete(key + 1);
          table.put(key + 10_000, "new");
        });
    assertEquals(3000, seen.size());
  }

  @Test
  void deletesRanges() {
    fill(10);
    table.deleteRange(Range.closed(2L, 7L));
    assertEquals(List.of("0v0", "1v1", "8v8", "9v9"), entries(table, Range.all()));
    table.deleteRange(Range.all());
    assertEquals(List.of(), entries(table, Range.all()));
  }

  @Test
  void exceptionsOfFunctionsReachTheCaller() {
    fill(3);
    IllegalStateException mine = new IllegalStateException("mine");
    assertSame(
        mine,
        assertThrows(
            IllegalStateException.class,
            () ->
                table.fold(
                    0,
                    (result, key, value) -> {
                      throw mine;
                    })));
    assertSame(
        mine,
        assertThrows(
            IllegalStateException.class,
            () ->
                table.get(
                    1L,
                    value -> {
                      throw mine;
                    })));
    assertEquals(Optional.of("v1"), table.get(1L));
  }

  @Test
  void aBatchIsWrittenAsAWholeOrNotAtAll() {
    IllegalStateException mine = new IllegalStateException("mine");
    Stream<Map.Entry<Long, String>> failing =
        Stream.of(1L, 2L, 3L)
            .map(
                key -> {
                  if (key == 3L) {
                    throw mine;
                  }
                  return Map.entry(key, "x");
                });
    assertSame(mine, assertThrows(IllegalStateException.class, () -> table.putBatch(failing)));
    assertEquals(List.of(), entries(table, Range.all()));
    assertEquals(0, transactions.lockCount());
  }

  @Test
  void transactionsSeeTheirOwnWritesAndOthersSeeThemAfterTheCommit() {
    fill(3);
    try (Transaction transaction = transactions.begin(OPTIONS)) {
      Table<Long, String> inside = table.in(transaction, this);
      inside.put(1L, "changed");
      assertTrue(inside.delete(2L));
      assertFalse(inside.delete(2L));
      inside.putBatch(List.of(Map.entry(5L, "v5")));
      assertEquals(List.of("0v0", "1changed", "5v5"), entries(inside, Range.all()));
      assertEquals(Optional.of("changed"), inside.get(1L));
      assertEquals(
          List.of(Optional.of("changed"), Optional.empty()), inside.multiGet(List.of(1L, 2L)));
      assertEquals(List.of("0v0", "1v1", "2v2"), entries(table, Range.all()));
      transaction.commit();
    }
    assertEquals(List.of("0v0", "1changed", "5v5"), entries(table, Range.all()));
  }

  @Test
  void aChangeThatFailsLeavesTheTransactionAsItWas() {
    fill(1);
    try (Transaction transaction = transactions.begin(OPTIONS)) {
      Table<Long, String> inside = table.in(transaction, this);
      inside.put(1L, "kept");
      Stream<Map.Entry<Long, String>> failing =
          Stream.of(2L, 3L).map(key -> Map.entry(key, key == 2L ? "x" : TextSerializer.REFUSED));
      GabbroException e = assertThrows(GabbroException.class, () -> inside.putBatch(failing));
      assertEquals(ErrorCode.SERIALIZATION, e.code());
      assertEquals(List.of("0v0", "1kept"), entries(inside, Range.all()));
      transaction.commit();
    }
    assertEquals(List.of("0v0", "1kept"), entries(table, Range.all()));
  }

  @Test
  void writersOfAKeyWaitForEachOther() {
    try (Transaction transaction = transactions.begin(OPTIONS)) {
      table.in(transaction, this).put(1L, "first");
      GabbroException e = assertThrows(GabbroException.class, () -> table.put(1L, "second"));
      assertEquals(ErrorCode.LOCK_NOT_AVAILABLE, e.code());
      table.put(2L, "free");
      transaction.rollback();
    }
    table.put(1L, "second");
    assertEquals(List.of("1second", "2free"), entries(table, Range.all()));
  }

  @Test
  void whatADeleteFoundHoldsUntilASerializableTransactionCommits() {
    fill(3);
    TransactionOptions serializable =
        new TransactionOptions(Isolation.SERIALIZABLE, false, Durability.OS, OPTIONS.lockTimeout());
    try (Transaction transaction = transactions.begin(serializable)) {
      Table<Long, String> inside = table.in(transaction, this);
      assertTrue(inside.delete(1L));
      inside.put(9L, "there was a 1");
      table.deleteRange(Range.lessThan(3L));
      GabbroException e = assertThrows(GabbroException.class, transaction::commit);
      assertEquals(ErrorCode.SERIALIZATION_FAILURE, e.code());
    }
    assertEquals(List.of(), entries(table, Range.all()));
    try (Transaction transaction = transactions.begin(serializable)) {
      Table<Long, String> inside = table.in(transaction, this);
      assertFalse(inside.delete(1L));
      table.put(2L, "of no concern");
      inside.put(9L, "there was no 1");
      transaction.commit();
    }
    assertEquals(List.of("2of no concern", "9there was no 1"), entries(table, Range.all()));
  }

  @Test
  void keysOfADeletedRangeHaveChangedForOlderSnapshots() {
    fill(3);
    TransactionOptions repeatable =
        new TransactionOptions(
            Isolation.REPEATABLE_READ, false, Durability.OS, OPTIONS.lockTimeout());
    try (Transaction transaction = transactions.begin(repeatable)) {
      Table<Long, String> inside = table.in(transaction, this);
      assertEquals(Optional.of("v1"), inside.get(1L));
      table.deleteRange(Range.lessThan(2L));
      GabbroException e =
          assertThrows(GabbroException.class, () -> inside.put(1L, "of what is gone"));
      assertEquals(ErrorCode.SERIALIZATION_FAILURE, e.code());
      inside.put(2L, "kept");
      transaction.commit();
    }
    assertEquals(List.of("2kept"), entries(table, Range.all()));
  }

  @Test
  void whatDoesNotDecodeIsAnErrorThatNamesTableAndKey() {
    writeBadEntries();
    GabbroException badValue = assertThrows(GabbroException.class, () -> table.get(1L));
    assertEquals(ErrorCode.DATA_CORRUPTED, badValue.code());
    assertEquals("table \"names\", key X'8000000000000001': not text", badValue.getMessage());
    assertThrows(GabbroException.class, () -> table.multiGet(List.of(1L)));
    GabbroException badKey =
        assertThrows(GabbroException.class, () -> entries(table, Range.greaterThan(2L)));
    assertEquals(ErrorCode.KEY_CORRUPTED, badKey.code());
    assertEquals(
        "table \"names\": key X'ff' does not decode: the key does not decode: it has 1 bytes"
            + " instead of 8",
        badKey.getMessage());
    assertTrue(table.containsKey(1L));
  }

  @Test
  void whatDoesNotDecodeIsSkippedAndCountedWhenAskedFor() {
    writeBadEntries();
    Table<Long, String> skipping = tables(true).open("names", KeyCodecs.LONG, new TextSerializer());
    assertEquals(List.of("0v0", "2v2"), entries(skipping, Range.all()));
    assertEquals(2, skipping.skippedEntries());
    assertEquals(Optional.empty(), skipping.get(1L));
    assertEquals(3, skipping.skippedEntries());
    assertTrue(skipping.delete(1L));
    assertEquals(0, table.skippedEntries());
  }

  private void writeBadEntries() {
    fill(3);
    table.putBytes(1L, new byte[] {(byte) 0xFF});
    WriteBatch batch = new WriteBatch();
    batch.put(database.columnFamily("names").orElseThrow(), new byte[] {(byte) 0xFF}, new byte[1]);
    database.write(batch, Durability.OS);
  }

  @Test
  void boundsNeedACodecThatPreservesOrder() {
    Table<Long, String> unordered =
        tables(false).open("other", KeyCodecs.LITTLE_ENDIAN_LONG, new TextSerializer());
    unordered.put(1L, "one");
    unordered.put(256L, "more");
    assertEquals(List.of("256more", "1one"), entries(unordered, Range.all()));
    GabbroException e =
        assertThrows(GabbroException.class, () -> entries(unordered, Range.atLeast(1L)));
    assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
    assertThrows(GabbroException.class, () -> unordered.deleteRange(Range.atLeast(1L)));
  }

  @Test
  void namesOfGabbroAreRefused() {
    for (String name : List.of("", "gabbro.rows")) {
      GabbroException e =
          assertThrows(
              GabbroException.class,
              () -> tables(false).open(name, KeyCodecs.LONG, new TextSerializer()));
      assertEquals(ErrorCode.INVALID_ARGUMENT, e.code());
    }
  }

  @Test
  void callsInsideOfCallsDoNotDisturbEachOther() {
    fill(100);
    List<String> seen =
        table.filterMap(
            Range.lessThan(3L),
            (key, value) ->
                table
                    .get(key + 1, next -> value + table.get(key + 50).orElseThrow() + next)
                    .orElseThrow());
    assertEquals(List.of("v0v50v1", "v1v51v2", "v2v52v3"), seen);
  }
}
