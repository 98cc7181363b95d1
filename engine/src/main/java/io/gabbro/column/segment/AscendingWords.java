package io.gabbro.column.segment;

/** Words that never get less from row to row: a range of them is a range of rows. */
abstract sealed class AscendingWords extends BoundedWords permits SequenceWords, DeltaWords {
  AscendingWords(SegmentShape shape) {
    super(shape);
  }

  @Override
  public final Encoding encoding() {
    return Encoding.DELTA;
  }

  /** The first row whose value is at least a word; the number of rows when there is none. */
  abstract int firstFrom(long word);

  @Override
  final int select(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target) {
    int first = firstFrom(lower) - start;
    int end = (upper == max() ? rows() : firstFrom(upper + 1)) - start;
    return Positions.inRange(first, end, wanted, from, count, target);
  }
}
