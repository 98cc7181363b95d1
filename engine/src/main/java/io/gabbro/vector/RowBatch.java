package io.gabbro.vector;

import java.util.List;

/**
 * Up to {@link #CAPACITY} rows as one vector a column, and the rows of them that count. The
 * operator that returned a batch owns it and overwrites it at its next call.
 */
public final class RowBatch {
  /** The number of rows that operators put into a batch at most. */
  public static final int CAPACITY = 2048;

  private final ColumnVector[] columns;
  private final Selection selection;

  /** A batch of these columns; nothing is selected. */
  public RowBatch(List<? extends ColumnVector> columns) {
    this(columns.toArray(ColumnVector[]::new), new Selection(0));
  }

  /** A batch of these columns and this selection, both shared with the caller. */
  public RowBatch(ColumnVector[] columns, Selection selection) {
    this.columns = columns;
    this.selection = selection;
  }

  /** A batch of the same columns and another selection, both shared. */
  public RowBatch withSelection(Selection other) {
    return new RowBatch(columns, other);
  }

  /** The number of columns. */
  public int columnCount() {
    return columns.length;
  }

  /** A column. */
  public ColumnVector column(int index) {
    return columns[index];
  }

  /** Replaces a column by another vector of the same kind. */
  public void setColumn(int index, ColumnVector column) {
    columns[index] = column;
  }

  /** The rows that count. */
  public Selection selection() {
    return selection;
  }
}
