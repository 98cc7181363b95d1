package io.gabbro.column;

/**
 * How column segments are made.
 *
 * @param enabled whether they are used
 * @param groupRows the number of rows of a full group; tables of fewer rows have no groups
 * @param cacheBytes the heap that all groups of a database may take
 */
public record ColumnOptions(boolean enabled, int groupRows, long cacheBytes) {
  /** No segments. */
  public static final ColumnOptions OFF = new ColumnOptions(false, 1, 0);

  private static final int DIRTY_SHARE = 32;
  private static final int MIN_DIRTY = 4;

  /** How many keys of a full group may be written before it is given up. */
  int dirtyLimit() {
    return Math.max(MIN_DIRTY, groupRows / DIRTY_SHARE);
  }
}
