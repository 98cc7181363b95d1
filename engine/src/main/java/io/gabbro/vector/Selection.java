package io.gabbro.vector;

/**
 * A selection vector: which rows of a batch count, in ascending order. Mutable and used again from
 * batch to batch; not thread-safe.
 *
 * <p>Kernels run one loop over {@code 0 … count()-1} when {@link #isAll()}, and one over {@link
 * #positions()} otherwise.
 */
public final class Selection {
  private int[] positions;
  private int count;
  private boolean all;

  /** Selects nothing, with room for {@code capacity} rows. */
  public Selection(int capacity) {
    positions = new int[capacity];
  }

  /** A selection of the first {@code count} rows. */
  public static Selection ofAll(int count) {
    Selection selection = new Selection(0);
    selection.selectAll(count);
    return selection;
  }

  /** Selects the first {@code rows} rows. */
  public void selectAll(int rows) {
    all = true;
    count = rows;
  }

  /**
   * Starts a selection by positions: the caller writes ascending positions into the returned array,
   * which has room for {@code capacity}, then calls {@link #setCount}.
   */
  public int[] startPositions(int capacity) {
    if (positions.length < capacity) {
      positions = new int[capacity];
    }
    all = false;
    count = 0;
    return positions;
  }

  /** Ends a selection by positions. */
  public void setCount(int rows) {
    count = rows;
  }

  /** Makes this a copy of {@code other}. */
  public void copyFrom(Selection other) {
    if (other.all) {
      selectAll(other.count);
    } else {
      System.arraycopy(other.positions, 0, startPositions(other.count), 0, other.count);
      count = other.count;
    }
  }

  /** Whether the first {@link #count()} rows are selected, so that {@link #positions()} is void. */
  public boolean isAll() {
    return all;
  }

  /** The number of selected rows. */
  public int count() {
    return count;
  }

  /** The selected positions, ascending, in the first {@link #count()} entries; not if all are. */
  public int[] positions() {
    return positions;
  }

  /** The position of the {@code index}-th selected row. */
  public int position(int index) {
    return all ? index : positions[index];
  }

  /** One more than the greatest selected position; 0 when nothing is selected. */
  public int end() {
    return count == 0 ? 0 : position(count - 1) + 1;
  }
}
