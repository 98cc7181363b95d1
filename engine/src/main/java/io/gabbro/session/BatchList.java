package io.gabbro.session;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import io.gabbro.vector.Values;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Rows that are kept until they are read: results of RETURNING, EXPLAIN, SHOW and maintenance. */
final class BatchList implements Result.Rows {
  private final List<ResultColumn> columns;
  private final Queue<RowBatch> batches = new ArrayDeque<>();
  private long updateCount = -1;

  /** No rows of these columns. */
  BatchList(List<ResultColumn> columns) {
    this.columns = columns;
  }

  /** Adds a copy of the selected rows. */
  void add(ColumnVector[] vectors, Selection rows) {
    ColumnVector[] copies = new ColumnVector[vectors.length];
    for (int index = 0; index < copies.length; index++) {
      copies[index] = ColumnVector.allocate(vectors[index].kind(), Math.max(1, rows.count()));
      copies[index].copyRows(0, vectors[index], rows);
    }
    if (rows.count() > 0) {
      batches.add(new RowBatch(copies, Selection.ofAll(rows.count())));
    }
  }

  /** Adds rows of values, which are of the classes of {@link Values}. */
  void addRows(List<Object[]> rows) {
    ColumnVector[] vectors = new ColumnVector[columns.size()];
    for (int index = 0; index < vectors.length; index++) {
      SqlType type = columns.get(index).type();
      vectors[index] = ColumnVector.allocate(type.vectorKind(), Math.max(1, rows.size()));
      for (int row = 0; row < rows.size(); row++) {
        Values.set(type, vectors[index], row, rows.get(row)[index]);
      }
    }
    if (!rows.isEmpty()) {
      batches.add(new RowBatch(vectors, Selection.ofAll(rows.size())));
    }
  }

  /** Adds rows of text; null is NULL. */
  void addText(List<String[]> rows) {
    ColumnVector[] vectors = new ColumnVector[columns.size()];
    for (int index = 0; index < vectors.length; index++) {
      io.gabbro.vector.BytesVector vector =
          new io.gabbro.vector.BytesVector(Math.max(1, rows.size()));
      for (int row = 0; row < rows.size(); row++) {
        String value = rows.get(row)[index];
        if (value == null) {
          vector.setNull(row);
        } else {
          vector.set(row, value);
        }
      }
      vectors[index] = vector;
    }
    if (!rows.isEmpty()) {
      batches.add(new RowBatch(vectors, Selection.ofAll(rows.size())));
    }
  }

  /** Says how many rows the statement changed. */
  void setUpdateCount(long count) {
    updateCount = count;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public RowBatch next() {
    return batches.poll();
  }

  @Override
  public long updateCount() {
    return updateCount;
  }

  @Override
  public void close() {
    batches.clear();
  }
}
