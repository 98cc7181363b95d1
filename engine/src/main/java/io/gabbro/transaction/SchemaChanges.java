package io.gabbro.transaction;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables as a transaction sees them and changes them. Others see the changes after the commit.
 * Used by the thread of the transaction.
 */
public final class SchemaChanges {
  /** The lock of the catalog: of no column family, so that locking makes none. */
  private static final LockKey CATALOG_LOCK = new LockKey(-1, new byte[0]);

  private static final int EMPTY_CHECK_ROWS = 256;

  private final TransactionManager manager;
  private final Transaction transaction;
  private final TransactionState state;
  private final TransactionLocks locks;
  private final OwnWrites writes;
  private final WrittenTables writtenTables;
  private final List<EmptyTable> emptyTables = new ArrayList<>();
  private CatalogSnapshot changed;
  private boolean madeFamilies;

  SchemaChanges(
      TransactionManager manager,
      Transaction transaction,
      TransactionState state,
      TransactionLocks locks,
      OwnWrites writes,
      WrittenTables writtenTables) {
    this.manager = manager;
    this.transaction = transaction;
    this.state = state;
    this.locks = locks;
    this.writes = writes;
    this.writtenTables = writtenTables;
  }

  /** The tables as the transaction sees them. */
  public CatalogSnapshot catalog() {
    return changed != null ? changed : manager.catalog().current();
  }

  /**
   * Locks the catalog until the transaction ends: one transaction at a time changes it.
   *
   * @return the catalog to change
   */
  public CatalogSnapshot lock() {
    state.checkWritable("DDL");
    locks.acquire(CATALOG_LOCK, "catalog");
    return catalog();
  }

  /**
   * Refuses to read further rows of a table by what was known of it before.
   *
   * @throws GabbroException {@code SERIALIZATION_FAILURE} when another has changed it since
   */
  public void checkCurrent(TableDefinition table) {
    if (!catalog().hasFormat(table.id(), table.format())) {
      throw new GabbroException(ErrorCode.SERIALIZATION_FAILURE)
          .withHint("a table was changed while the statement ran; run it again");
    }
  }

  /** Replaces the catalog as the transaction sees it; the transaction has locked it. */
  public void change(CatalogSnapshot newest) {
    writtenTables.noteOwn(catalog(), newest);
    changed = newest;
  }

  /** Whether the transaction has changed the catalog. */
  boolean isChanged() {
    return changed != null;
  }

  /**
   * The column family for a new table, made when there is none. When no table lies in it at the end
   * of the transaction, and nothing else, it goes again. The transaction has locked the catalog.
   */
  public ColumnFamily familyForTable(String name) {
    state.checkWritable("DDL");
    madeFamilies = true;
    return manager.newFamilies().forTransaction(name, transaction);
  }

  /** Writes an entry of the catalog. */
  public void put(ColumnFamily family, byte[] key, byte[] value) {
    state.checkWritable("DDL");
    writes.batch().put(family, key, value);
  }

  /** Deletes an entry of the catalog. */
  public void delete(ColumnFamily family, byte[] key) {
    state.checkWritable("DDL");
    writes.batch().delete(family, key);
  }

  /**
   * Says that a table must have no rows but those that the transaction writes from now on; looked
   * at again when it commits. To be called with the lock of the catalog.
   */
  public void requireEmpty(ColumnFamily family, KeyRange range) {
    emptyTables.add(new EmptyTable(family, range));
  }

  /**
   * Hears that the transaction drops a table: what it wrote to it is of no concern any more.
   *
   * @param table its id
   */
  public void forgetTable(int table) {
    writtenTables.forget(table);
  }

  /**
   * Looks, when nobody else changes tables, whether the transaction may commit.
   *
   * @throws GabbroException {@code SERIALIZATION_FAILURE}
   */
  void checkCommit() {
    writtenTables.check(manager.catalog().current());
    emptyTables.forEach(this::checkEmpty);
  }

  private void checkEmpty(EmptyTable table) {
    writes.index();
    OwnWrites.FamilyWrites own = writes.family(table.family());
    Overlay overlay = own == null ? null : new Overlay(own, writes.position());
    RowBlock block = new RowBlock(EMPTY_CHECK_ROWS, true, false);
    try (RowCursor cursor =
        manager.database().cursor(table.family(), null, table.range(), Direction.FORWARD)) {
      while (cursor.fill(block, EMPTY_CHECK_ROWS) > 0) {
        for (int row = 0; row < block.count(); row++) {
          byte[] key = block.key(row);
          if (overlay == null
              || overlay.verdict(key, overlay.find(key)) == Overlay.Verdict.UNTOUCHED) {
            throw new GabbroException(ErrorCode.SERIALIZATION_FAILURE)
                .withHint("another transaction has inserted rows that lack a value; run it again");
          }
        }
      }
    }
  }

  /** Shows the changed catalog to others, now that it is written. */
  void publish() {
    if (changed != null) {
      manager.catalog().publish(changed);
      manager.columns().catalogChanged();
    }
  }

  /** Drops what was made in vain; the transaction has ended and still holds its locks. */
  void end() {
    if (madeFamilies) {
      manager.dropUnusedFamilies(transaction);
    }
  }

  /** The present state, to return to with {@link #rollbackTo}. */
  Mark mark() {
    return new Mark(changed, emptyTables.size());
  }

  /** Goes back to a state. */
  void rollbackTo(Mark mark) {
    changed = mark.catalog();
    emptyTables.subList(mark.emptyTables(), emptyTables.size()).clear();
  }

  /**
   * A state.
   *
   * @param catalog the changed catalog; null when there is none
   * @param emptyTables how many tables had to be empty
   */
  record Mark(CatalogSnapshot catalog, int emptyTables) {}

  /** A table that must have no rows but those of the transaction. */
  private record EmptyTable(ColumnFamily family, KeyRange range) {}
}
