package io.gabbro.column;

import io.gabbro.catalog.TableDefinition;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import java.util.Iterator;
import java.util.List;

/** What sees no segments. */
final class NoColumns implements ColumnView {
  @Override
  public Iterator<ColumnPiece> pieces(TableDefinition table, KeyRange range, int[] columns) {
    return List.<ColumnPiece>of(new ColumnPiece.Stored(range)).iterator();
  }

  @Override
  public long rows(TableDefinition table, KeyRange range) {
    return 0;
  }

  @Override
  public List<byte[]> starts(TableDefinition table, KeyRange range) {
    return List.of();
  }

  @Override
  public void readFromStore(TableDefinition table, ColumnFamily family, int[] columns, long rows) {
    // Nobody makes segments.
  }
}
