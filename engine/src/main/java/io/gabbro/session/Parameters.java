package io.gabbro.session;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;

/**
 * Rows of parameter values: a vector a parameter, filled row by row. A plain execution has one row,
 * a batch as many as were ended. Not thread-safe.
 */
public final class Parameters {
  private final List<SqlType> types;
  private final ColumnVector[] vectors;
  private int rows;

  /** No rows yet, for parameters of these types. */
  public Parameters(List<SqlType> types) {
    this.types = List.copyOf(types);
    vectors = new ColumnVector[types.size()];
    for (int index = 0; index < vectors.length; index++) {
      vectors[index] = ColumnVector.allocate(types.get(index).vectorKind(), 1);
    }
  }

  /** The number of parameters. */
  public int count() {
    return vectors.length;
  }

  /** The types of the parameters. */
  List<SqlType> types() {
    return types;
  }

  /** The type of a parameter, from zero. */
  public SqlType type(int parameter) {
    return types.get(parameter);
  }

  /** The vector of a parameter; the value of the row that is being filled goes to {@link #row}. */
  public ColumnVector vector(int parameter) {
    return vectors[parameter];
  }

  /** The row that is being filled, from zero; there is room for it in every vector. */
  public int row() {
    return rows;
  }

  /** Ends the row that is being filled and makes room for another. */
  public void endRow() {
    rows++;
    for (ColumnVector vector : vectors) {
      vector.ensureCapacity(rows + 1);
    }
  }

  /** Makes the row that was ended last the one that is being filled again; its values stay. */
  public void reopenRow() {
    rows--;
  }

  /** The number of ended rows. */
  public int rowCount() {
    return rows;
  }

  /**
   * All ended rows as one batch, which shares the vectors; one row when there are no parameters.
   */
  RowBatch batch() {
    return new RowBatch(vectors, Selection.ofAll(vectors.length == 0 ? Math.max(1, rows) : rows));
  }

  /** A copy of one ended row. */
  Parameters copyOfRow(int row) {
    Parameters copy = new Parameters(types);
    for (int index = 0; index < vectors.length; index++) {
      copy.vectors[index].copyRow(0, vectors[index], row);
    }
    copy.endRow();
    return copy;
  }

  /** Forgets all rows. */
  public void clear() {
    rows = 0;
    for (ColumnVector vector : vectors) {
      vector.reset();
    }
  }
}
