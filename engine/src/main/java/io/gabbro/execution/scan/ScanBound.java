package io.gabbro.execution.scan;

import io.gabbro.execution.expression.WordRange;

/**
 * Tells a scan which values of a column its reader still wants, while it reads. A hint: rows with
 * other values may come all the same. Thread-safe.
 */
public final class ScanBound {
  private final int column;
  private final boolean wantsNulls;
  private volatile WordRange range;

  /**
   * All values are wanted yet.
   *
   * @param column the position of the column in the batches of the scan
   * @param wantsNulls whether rows in which it is NULL are wanted at any time
   */
  public ScanBound(int column, boolean wantsNulls) {
    this.column = column;
    this.wantsNulls = wantsNulls;
  }

  /** The position of the column. */
  int column() {
    return column;
  }

  /** Whether rows in which the column is NULL are wanted at any time. */
  boolean wantsNulls() {
    return wantsNulls;
  }

  /** The values that are wanted; null for all and NULL. */
  WordRange range() {
    return range;
  }

  /** Sets the values that are wanted; null for all and NULL. */
  public void set(WordRange wanted) {
    range = wanted;
  }
}
