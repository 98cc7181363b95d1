package io.gabbro.jdbc.metadata;

import io.gabbro.session.Result;
import io.gabbro.session.ResultColumn;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;

/** Rows that lie in memory, as one batch. Not thread-safe. */
public final class MemoryRows implements Result.Rows {
  private final List<ResultColumn> columns;
  private final ColumnVector[] vectors;
  private int count;
  private boolean given;

  private MemoryRows(List<ResultColumn> columns) {
    this.columns = List.copyOf(columns);
    vectors = new ColumnVector[columns.size()];
    for (int index = 0; index < vectors.length; index++) {
      vectors[index] = ColumnVector.allocate(columns.get(index).type().vectorKind(), 1);
    }
  }

  /** No rows, of these columns. */
  public static MemoryRows empty(List<ResultColumn> columns) {
    return new MemoryRows(columns);
  }

  /** Appends a copy of the selected rows. */
  public void append(RowBatch batch) {
    for (int index = 0; index < vectors.length; index++) {
      vectors[index].copyRows(count, batch.column(index), batch.selection());
    }
    count += batch.selection().count();
  }

  /** Makes room for a row and returns it; its values are set in {@link #vector}. */
  int appendRow() {
    for (ColumnVector vector : vectors) {
      vector.ensureCapacity(count + 1);
    }
    return count++;
  }

  /** The vector of a column, from zero. */
  ColumnVector vector(int column) {
    return vectors[column];
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public RowBatch next() {
    if (given || count == 0) {
      return null;
    }
    given = true;
    return new RowBatch(vectors, Selection.ofAll(count));
  }

  @Override
  public long updateCount() {
    return -1;
  }

  @Override
  public void close() {
    given = true;
  }
}
