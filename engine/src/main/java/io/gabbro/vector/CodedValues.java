package io.gabbro.vector;

/** Values that are entries of a dictionary, by their codes. Immutable and thread-safe. */
public interface CodedValues {
  /**
   * The distinct values, ascending in the order of {@link ColumnVector#compare}, at the rows of
   * their codes. Shared: not to be changed.
   */
  ColumnVector dictionary();

  /** The number of distinct values. */
  int dictionarySize();

  /**
   * Writes the codes of some rows; that of NULL is {@link #dictionarySize()}.
   *
   * @param start the first row
   * @param count the number of rows
   * @param target gets them from index 0
   */
  void codes(int start, int count, int[] target);
}
