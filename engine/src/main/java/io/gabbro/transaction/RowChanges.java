package io.gabbro.transaction;

import io.gabbro.catalog.TableFormat;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.ValueBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows that a transaction locks and writes. Nothing of it is in the store before the commit.
 * Used by the thread of the transaction; all methods refuse a transaction that has ended, those
 * that write also one that may only read.
 */
public final class RowChanges {
  private final Database database;
  private final TransactionState state;
  private final TransactionLocks locks;
  private final TransactionReads reads;
  private final OwnWrites writes;
  private final WrittenTables writtenTables;
  private final Map<LastKey, byte[]> insertedKeys = new HashMap<>();

  RowChanges(
      Database database,
      TransactionState state,
      TransactionLocks locks,
      TransactionReads reads,
      OwnWrites writes,
      WrittenTables writtenTables) {
    this.database = database;
    this.state = state;
    this.locks = locks;
    this.reads = reads;
    this.writes = writes;
    this.writtenTables = writtenTables;
  }

  /** The latest committed value of a key under the transaction's own writes, all included. */
  public boolean getLatest(ColumnFamily family, byte[] key, int keyLength, ValueBuffer target) {
    state.checkActive();
    if (!writes.isEmpty()) {
      writes.index();
      OwnWrites.FamilyWrites own = writes.family(family);
      if (own != null) {
        Overlay overlay = new Overlay(own, writes.position());
        byte[] exact = Arrays.copyOf(key, keyLength);
        OwnWrites.Version version = overlay.find(exact);
        Overlay.Verdict verdict = overlay.verdict(exact, version);
        if (verdict == Overlay.Verdict.WRITTEN) {
          target.set(version.value(), 0, version.value().length);
        }
        if (verdict != Overlay.Verdict.UNTOUCHED) {
          return verdict == Overlay.Verdict.WRITTEN;
        }
      }
    }
    return database.get(family, null, key, keyLength, target);
  }

  /**
   * Locks a key until the transaction ends.
   *
   * @param table the table, for messages
   * @throws GabbroException {@code DEADLOCK}, with which the transaction is rolled back; {@code
   *     LOCK_NOT_AVAILABLE}; with a snapshot {@code SERIALIZATION_FAILURE} when another has changed
   *     the row since
   */
  public void lock(ColumnFamily family, byte[] key, int keyLength, String table) {
    state.checkActive();
    byte[] exact = Arrays.copyOf(key, keyLength);
    locks.acquire(new LockKey(family.id(), exact), table);
    reads.checkUnchanged(family, exact);
  }

  /**
   * Locks a key, until the transaction ends, unless another transaction has it locked.
   *
   * @return whether this transaction has the lock
   * @throws GabbroException with a snapshot {@code SERIALIZATION_FAILURE} when another has changed
   *     the row since
   */
  public boolean tryLock(ColumnFamily family, byte[] key, int keyLength) {
    state.checkActive();
    byte[] exact = Arrays.copyOf(key, keyLength);
    boolean locked = locks.tryAcquire(new LockKey(family.id(), exact));
    if (locked) {
      reads.checkUnchanged(family, exact);
    }
    return locked;
  }

  /**
   * Locks a key and writes its value unless the key exists.
   *
   * @param tableId the table
   * @param format the table's format that the row was made for
   * @param last what is known of the table's keys; null when others may write them too
   * @return whether it was written; false when the key exists
   */
  public boolean insert(
      int tableId,
      TableFormat format,
      ColumnFamily family,
      LastKey last,
      KeyValue row,
      String table) {
    state.checkWritable("INSERT");
    byte[] key = Arrays.copyOf(row.key(), row.keyLength());
    boolean fresh = locks.acquire(new LockKey(family.id(), key), table);
    boolean isNew = fresh && !reads.haveSnapshot() && last != null && last.isBelow(key, key.length);
    if (!isNew && exists(family, key, key.length, row.scratch())) {
      return false;
    }
    writes.batch().put(family, key, 0, key.length, row.value(), 0, row.valueLength());
    writtenTables.note(tableId, format);
    if (last != null) {
      insertedKeys.merge(last, key, (a, b) -> Arrays.compareUnsigned(a, b) < 0 ? b : a);
    }
    return true;
  }

  /**
   * Whether a locked key exists. With a snapshot, one that others have deleted since is a conflict;
   * with serializable isolation, one that they have inserted is too, and the answer must still hold
   * at the commit: not all who delete keys lock them.
   *
   * @param scratch gets the value
   */
  public boolean exists(ColumnFamily family, byte[] key, int keyLength, ValueBuffer scratch) {
    state.checkActive();
    reads.start(locks.waitCheck());
    byte[] exact = Arrays.copyOf(key, keyLength);
    if (reads.recorded() != null) {
      reads.checkUnchanged(family, exact);
      reads.recorded().add(family, exact, keyLength);
    }
    boolean exists = getLatest(family, exact, keyLength, scratch);
    if (!exists) {
      reads.checkUnchanged(family, exact);
    }
    return exists;
  }

  /** Writes a key that is locked and not new. */
  public void put(int tableId, TableFormat format, ColumnFamily family, KeyValue row) {
    state.checkWritable("UPDATE");
    write(family, row);
    writtenTables.note(tableId, format);
  }

  private void write(ColumnFamily family, KeyValue row) {
    writes.batch().put(family, row.key(), 0, row.keyLength(), row.value(), 0, row.valueLength());
  }

  /** Deletes a key that is locked. */
  public void delete(
      int tableId, TableFormat format, ColumnFamily family, byte[] key, int keyLength) {
    delete(family, key, keyLength);
    writtenTables.note(tableId, format);
  }

  /** Writes a locked key of a column family that no table of the catalog lies in. */
  public void put(ColumnFamily family, KeyValue entry) {
    state.checkWritable("PUT");
    write(family, entry);
  }

  /** Deletes a locked key of a column family that no table of the catalog lies in. */
  public void delete(ColumnFamily family, byte[] key, int keyLength) {
    state.checkWritable("DELETE");
    writes.batch().delete(family, key, 0, keyLength);
  }

  /** Deletes all keys of a range, locked or not. */
  public void deleteRange(ColumnFamily family, KeyRange range) {
    state.checkWritable("TRUNCATE");
    writes.batch().deleteRange(family, range);
  }

  /** Tells the tables' last keys what is about to be committed. */
  void raiseLastKeys() {
    insertedKeys.forEach(LastKey::raise);
  }
}
