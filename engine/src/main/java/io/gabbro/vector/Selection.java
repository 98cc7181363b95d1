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

  /**
   * Selects what {@code from} selects and {@code removed} does not; it may be {@code from} itself.
   *
   * @param removed a part of {@code from}
   */
  public void difference(Selection from, Selection removed) {
    int fromCount = from.count;
    int removedCount = removed.count;
    int[] fromPositions = from.all ? null : from.positions;
    int[] target = startPositions(fromCount);
    int kept = 0;
    int other = 0;
    for (int index = 0; index < fromCount; index++) {
      int row = fromPositions == null ? index : fromPositions[index];
      if (other < removedCount && removed.position(other) == row) {
        other++;
      } else {
        target[kept++] = row;
      }
    }
    count = kept;
  }

  /** Selects what one or the other selects; this must be neither. */
  public void union(Selection left, Selection right) {
    int[] target = startPositions(left.count + right.count);
    int leftIndex = 0;
    int rightIndex = 0;
    int kept = 0;
    while (leftIndex < left.count || rightIndex < right.count) {
      int leftRow = leftIndex < left.count ? left.position(leftIndex) : Integer.MAX_VALUE;
      int rightRow = rightIndex < right.count ? right.position(rightIndex) : Integer.MAX_VALUE;
      target[kept++] = Math.min(leftRow, rightRow);
      leftIndex += leftRow <= rightRow ? 1 : 0;
      rightIndex += rightRow <= leftRow ? 1 : 0;
    }
    count = kept;
  }

  /**
   * Selects a part of what another selection selects.
   *
   * @param from the other one, not this
   * @param start the index of the first
   * @param rows the number of rows
   */
  public void slice(Selection from, int start, int rows) {
    if (from.all && start == 0) {
      selectAll(rows);
      return;
    }
    int[] target = startPositions(rows);
    for (int index = 0; index < rows; index++) {
      target[index] = from.position(start + index);
    }
    count = rows;
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
