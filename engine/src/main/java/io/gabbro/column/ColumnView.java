package io.gabbro.column;

import io.gabbro.catalog.TableDefinition;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import java.util.Iterator;
import java.util.List;

/** What one snapshot sees of column segments. Thread-safe; valid as long as the snapshot. */
public interface ColumnView {
  /** No segments: all is read from the store. */
  ColumnView NONE = new NoColumns();

  /**
   * The parts in which a scan reads a range of a table, ascending, which together are the range.
   *
   * @param columns the columns that it reads, by position in the table
   */
  Iterator<ColumnPiece> pieces(TableDefinition table, KeyRange range, int[] columns);

  /** About how many rows groups have in a range. */
  long rows(TableDefinition table, KeyRange range);

  /** The keys at which groups of a range start, ascending. */
  List<byte[]> starts(TableDefinition table, KeyRange range);

  /**
   * Tells that a scan had to read rows from the store: when it is worth it, groups are made of them
   * in the background.
   */
  void readFromStore(TableDefinition table, ColumnFamily family, int[] columns, long rows);
}
