package io.gabbro.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Durability;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.memory.MemoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CommitOrderTest {
  private final MemoryDatabase database = new MemoryDatabase();
  private final ColumnFamily family = database.createColumnFamily("a");
  private final CommitOrder order = new CommitOrder();

  @AfterEach
  void close() {
    database.close();
  }

  private CommitOrder.Start enter() {
    return order.enter(database::snapshot, () -> {});
  }

  private void commit(CommitOrder.Start start, ReadSet reads, String... keys) {
    WriteBatch batch = new WriteBatch();
    for (String key : keys) {
      batch.put(family, key.getBytes(UTF_8), new byte[0]);
    }
    order.runCommit(batch, false, start, reads, () -> database.write(batch, Durability.OS));
  }

  private ReadSet reads(String... keys) {
    ReadSet reads = new ReadSet();
    for (String key : keys) {
      reads.add(family, key.getBytes(UTF_8), key.length());
    }
    return reads;
  }

  private static void refused(org.junit.jupiter.api.function.Executable commit) {
    assertEquals(
        ErrorCode.SERIALIZATION_FAILURE, assertThrows(GabbroException.class, commit).code());
  }

  @Test
  void onlyCommitsSinceTheStartCount() {
    CommitOrder.Start early = enter();
    commit(null, null, "a");
    CommitOrder.Start late = enter();
    commit(null, null, "b");
    refused(() -> commit(early, reads("a"), "x"));
    assertDoesNotThrow(() -> commit(late, reads("a"), "y"));
    refused(() -> commit(late, reads("b"), "z"));
    order.leave(early);
    order.leave(late);
  }

  @Test
  void whatWasDeletedInARangeCounts() {
    CommitOrder.Start start = enter();
    WriteBatch batch = new WriteBatch();
    batch.deleteRange(family, new KeyRange("b".getBytes(UTF_8), "d".getBytes(UTF_8)));
    order.runCommit(batch, false, null, null, () -> {});
    refused(() -> commit(start, reads("c"), "x"));
    assertDoesNotThrow(() -> commit(start, reads("d"), "x"));
    order.leave(start);
  }

  @Test
  void changeOfTablesCountsForEverybody() {
    CommitOrder.Start start = enter();
    order.runCommit(new WriteBatch(), true, null, null, () -> {});
    refused(() -> commit(start, reads(), "x"));
    order.leave(start);
  }

  @Test
  void largeCommitCountsFromItsLeastToItsGreatestKey() {
    CommitOrder.Start start = enter();
    String[] keys = new String[10_001];
    for (int index = 0; index < keys.length; index++) {
      keys[index] = "k" + (100_000 + index * 2);
    }
    commit(null, null, keys);
    refused(() -> commit(start, reads("k100001"), "x"));
    assertDoesNotThrow(() -> commit(start, reads("k999999"), "x"));
    order.leave(start);
  }
}
