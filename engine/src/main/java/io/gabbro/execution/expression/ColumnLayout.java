package io.gabbro.execution.expression;

import io.gabbro.plan.PlanColumn;
import java.util.List;

/** Which position in a batch each column of a plan has. Immutable and thread-safe. */
public final class ColumnLayout {
  private final int[] ids;

  private ColumnLayout(int[] ids) {
    this.ids = ids;
  }

  /** Columns in the order in which they lie in batches. */
  public static ColumnLayout of(List<PlanColumn> columns) {
    int[] ids = new int[columns.size()];
    for (int index = 0; index < ids.length; index++) {
      ids[index] = columns.get(index).id();
    }
    return new ColumnLayout(ids);
  }

  /** The number of columns. */
  public int count() {
    return ids.length;
  }

  /**
   * The position of the column with that id.
   *
   * @throws IllegalStateException when there is none, which is a mistake of whoever made the plan
   */
  public int position(int id) {
    if (ids.length > 0) {
      int guess = id - ids[0];
      if (guess >= 0 && guess < ids.length && ids[guess] == id) {
        return guess;
      }
    }
    for (int index = 0; index < ids.length; index++) {
      if (ids[index] == id) {
        return index;
      }
    }
    throw new IllegalStateException("the input has no column #" + id);
  }
}
