package io.gabbro.transaction;

import io.gabbro.catalog.TableDefinition;
import io.gabbro.column.ColumnPiece;
import io.gabbro.column.ColumnStore;
import io.gabbro.column.ColumnView;
import io.gabbro.column.OwnKeys;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What a statement sees of column segments: its snapshot, but for what its transaction wrote. */
final class StatementColumns implements ColumnView {
  private final ColumnStore store;
  private final long sequence;
  private final Map<Integer, OwnWrites.FamilyWrites> own;
  private final int limit;
  private final ReadSet reads;
  private final StatementView view;

  /**
   * Columns for a view.
   *
   * @param sequence the sequence number of its snapshot
   * @param limit the position up to which the transaction's writes count
   * @param reads what hears of the keys that are read; null when nobody wants to know
   */
  StatementColumns(
      ColumnStore store,
      StatementView view,
      long sequence,
      Map<Integer, OwnWrites.FamilyWrites> own,
      int limit,
      ReadSet reads) {
    this.store = store;
    this.view = view;
    this.sequence = sequence;
    this.own = own;
    this.limit = limit;
    this.reads = reads;
  }

  @Override
  public Iterator<ColumnPiece> pieces(TableDefinition table, KeyRange range, int[] columns) {
    if (!store.isEnabled()) {
      return List.<ColumnPiece>of(new ColumnPiece.Stored(range)).iterator();
    }
    ColumnFamily family = view.family(table.format().columnFamily());
    if (reads != null) {
      reads.add(family, range);
    }
    OwnWrites.FamilyWrites writes = own.get(family.id());
    if (writes == null) {
      return store.pieces(table, range, columns, sequence, OwnKeys.NONE);
    }
    return writes.deletedRanges(limit).isEmpty()
        ? store.pieces(table, range, columns, sequence, part -> writes.range(part).keySet())
        : List.<ColumnPiece>of(new ColumnPiece.Stored(range)).iterator();
  }

  @Override
  public long rows(TableDefinition table, KeyRange range) {
    return store.rows(table, range);
  }

  @Override
  public List<byte[]> starts(TableDefinition table, KeyRange range) {
    return store.starts(table, range);
  }

  @Override
  public void readFromStore(TableDefinition table, ColumnFamily family, int[] columns, long rows) {
    store.readFromStore(table, family, columns, rows);
  }
}
