package io.gabbro.storage;

import static io.gabbro.storage.AbstractDatabaseContractTest.assertClosed;
import static io.gabbro.storage.Pairs.bytes;
import static io.gabbro.storage.Pairs.get;
import static io.gabbro.storage.Pairs.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How every store behaves once it, or what it made, is closed: with errors, never with a crash. */
public abstract class AbstractCloseContractTest {
  /** A new, empty database. */
  protected abstract Database open() throws Exception;

  @Test
  void refusesEveryUseAfterClose() throws Exception {
    Database database = open();
    ColumnFamily rows = database.createColumnFamily("rows");
    put(database, rows, "k", "v");
    Snapshot snapshot = database.snapshot();
    RowCursor cursor = database.cursor(rows, null, KeyRange.all(), Direction.FORWARD);
    RowCursor started = database.cursor(rows, snapshot, KeyRange.all(), Direction.FORWARD);
    RowBlock block = new RowBlock(1, true, true);
    started.fill(block, 1);
    WriteBatch batch = new WriteBatch();
    batch.put(rows, bytes("k"), bytes("v"));

    database.close();
    database.close();

    assertClosed(() -> get(database, rows, null, "k"));
    assertClosed(() -> get(database, rows, snapshot, "k"));
    assertClosed(() -> database.multiGet(rows, null, List.of(bytes("k"))));
    assertClosed(() -> database.cursor(rows, null, KeyRange.all(), Direction.FORWARD));
    assertClosed(() -> database.cursor(rows, snapshot, KeyRange.all(), Direction.FORWARD));
    assertClosed(() -> cursor.fill(block, 1));
    assertClosed(() -> started.fill(block, 1));
    assertClosed(() -> database.write(batch, Durability.OS));
    assertClosed(() -> database.write(new WriteBatch(), Durability.OS));
    assertClosed(database::snapshot);
    assertClosed(() -> database.split(rows, KeyRange.all(), 2));
    assertClosed(() -> database.approximateSize(rows, KeyRange.all()));
    assertClosed(() -> database.approximateCount(rows, KeyRange.all()));
    assertClosed(() -> database.createColumnFamily("x"));
    assertClosed(() -> database.columnFamily("rows"));
    assertClosed(database::columnFamilyNames);
    assertClosed(() -> database.dropColumnFamily(rows));
    assertClosed(() -> database.compact(rows, KeyRange.all()));
    assertClosed(database::flush);
    assertClosed(database::refresh);
    assertEquals("rows", rows.name());
    assertTrue(snapshot.sequence() > 0);
    cursor.close();
    started.close();
    snapshot.close();
  }

  @Test
  void refusesClosedSnapshotsAndCursors() throws Exception {
    try (Database database = open()) {
      ColumnFamily rows = database.createColumnFamily("rows");
      put(database, rows, "k", "v");
      Snapshot snapshot = database.snapshot();
      RowCursor cursor = database.cursor(rows, null, KeyRange.all(), Direction.FORWARD);
      snapshot.close();
      cursor.close();
      assertClosed(() -> get(database, rows, snapshot, "k"));
      assertClosed(() -> database.multiGet(rows, snapshot, List.of(bytes("k"))));
      assertClosed(() -> database.cursor(rows, snapshot, KeyRange.all(), Direction.FORWARD));
      assertClosed(() -> cursor.fill(new RowBlock(1, true, true), 1));
    }
  }

  @Test
  @Timeout(120)
  void endsAllUsesWhenItClosesUnderThem() throws Exception {
    for (int round = 0; round < 10; round++) {
      Database database = open();
      ColumnFamily rows = database.createColumnFamily("rows");
      fill(database, rows);
      AtomicLong uses = new AtomicLong();
      List<Runnable> loops =
          List.of(
              () -> get(database, rows, null, randomKey()),
              () -> readFromSnapshot(database, rows),
              () -> scan(database, rows),
              () -> put(database, rows, randomKey(), "new"),
              () -> put(database, rows, randomKey(), "newer"),
              () -> createAndDrop(database),
              () -> database.split(rows, KeyRange.all(), 4),
              database::flush);
      runUntilClosed(database, loops, uses);
      assertTrue(uses.get() > 0);
    }
  }

  @Test
  @Timeout(60)
  void survivesAFamilyDroppedUnderItsReaders() throws Exception {
    try (Database database = open()) {
      for (int round = 0; round < 20; round++) {
        ColumnFamily family = database.createColumnFamily("family");
        fill(database, family);
        List<Runnable> loops =
            List.of(
                () -> get(database, family, null, randomKey()),
                () -> scan(database, family),
                () -> put(database, family, randomKey(), "new"));
        ExecutorService threads = Executors.newFixedThreadPool(loops.size());
        List<Future<?>> running = new ArrayList<>();
        loops.forEach(loop -> running.add(threads.submit(() -> loopUntilClosed(loop, null))));
        Thread.sleep(5);
        database.dropColumnFamily(family);
        for (Future<?> future : running) {
          future.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();
      }
      ColumnFamily rows = database.createColumnFamily("rows");
      put(database, rows, "k", "v");
      assertEquals("v", get(database, rows, null, "k"));
    }
  }

  @Test
  @Timeout(60)
  void survivesACursorAndASnapshotClosedByAnotherThread() throws Exception {
    try (Database database = open()) {
      ColumnFamily rows = database.createColumnFamily("rows");
      fill(database, rows);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      for (int round = 0; round < 50; round++) {
        Snapshot snapshot = database.snapshot();
        RowCursor cursor = database.cursor(rows, snapshot, KeyRange.all(), Direction.FORWARD);
        RowBlock block = new RowBlock(10, true, true);
        Future<?> filling =
            threads.submit(() -> loopUntilClosed(() -> cursor.fill(block, 10), null));
        Future<?> getting =
            threads.submit(
                () -> loopUntilClosed(() -> get(database, rows, snapshot, randomKey()), null));
        Thread.sleep(1);
        snapshot.close();
        cursor.close();
        filling.get(30, TimeUnit.SECONDS);
        getting.get(30, TimeUnit.SECONDS);
      }
      threads.shutdown();
    }
  }

  private static void runUntilClosed(Database database, List<Runnable> loops, AtomicLong uses)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(loops.size() + 2);
    List<Future<?>> running = new ArrayList<>();
    for (Runnable loop : loops) {
      running.add(threads.submit(() -> loopUntilClosed(loop, uses)));
    }
    Thread.sleep(ThreadLocalRandom.current().nextInt(60));
    running.add(threads.submit(database::close));
    running.add(threads.submit(database::close));
    for (Future<?> future : running) {
      future.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
  }

  private static void loopUntilClosed(Runnable use, AtomicLong uses) {
    try {
      while (true) {
        use.run();
        if (uses != null) {
          uses.incrementAndGet();
        }
      }
    } catch (GabbroException e) {
      if (e.code() != ErrorCode.CLOSED) {
        throw e;
      }
    }
  }

  private static void readFromSnapshot(Database database, ColumnFamily rows) {
    try (Snapshot snapshot = database.snapshot();
        RowCursor cursor = database.cursor(rows, snapshot, KeyRange.all(), Direction.BACKWARD)) {
      cursor.fill(new RowBlock(10, true, true), 10);
      get(database, rows, snapshot, randomKey());
    }
  }

  private static void scan(Database database, ColumnFamily rows) {
    try (RowCursor cursor = database.cursor(rows, null, KeyRange.all(), Direction.FORWARD)) {
      RowBlock block = new RowBlock(64, true, true);
      while (cursor.fill(block, 64) > 0) {
        assertTrue(block.count() <= 64);
      }
    }
  }

  private static void createAndDrop(Database database) {
    String name = "family " + ThreadLocalRandom.current().nextInt(3);
    ColumnFamily family = database.createColumnFamily(name);
    put(database, family, "k", "v");
    database.dropColumnFamily(family);
  }

  private static void fill(Database database, ColumnFamily family) {
    WriteBatch batch = new WriteBatch();
    for (int key = 0; key < 2000; key++) {
      batch.put(family, bytes("k" + key), bytes("value " + key));
    }
    database.write(batch, Durability.NONE);
  }

  private static String randomKey() {
    return "k" + ThreadLocalRandom.current().nextInt(2000);
  }
}
