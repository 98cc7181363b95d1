package io.gabbro.serializer.row;

/**
 * A layout that rows may have, and which columns of the table its columns are.
 *
 * @param layout the layout
 * @param columns for each column of the layout the table's column, or {@link #DROPPED}; the array
 *     is not copied and must not be changed
 */
public record RowMapping(RowLayout layout, int[] columns) {
  /** A column that the table no longer has. */
  public static final int DROPPED = -1;
}
