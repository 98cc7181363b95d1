package io.gabbro.column.segment;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;

/** Words with a known least and greatest one, which answer many filters alone. */
abstract sealed class BoundedWords extends Segment implements WordSegment
    permits ConstantWords,
        RunLengthWords,
        DictionaryWords,
        FrameOfReferenceWords,
        AscendingWords,
        PlainWords {
  private final long min;
  private final long max;

  BoundedWords(SegmentShape shape) {
    super(shape);
    ColumnVector bounds = shape.bounds();
    min = bounds == null ? 0 : StoredValues.word(bounds, 0);
    max = bounds == null ? 0 : StoredValues.word(bounds, 1);
  }

  final long min() {
    return min;
  }

  final long max() {
    return max;
  }

  @Override
  final void decodeValues(int start, int count, ColumnVector target) {
    switch (target.kind()) {
      case INT -> decodeInts(start, count, ((IntVector) target).values());
      case LONG -> decodeLongs(start, count, ((LongVector) target).values());
      default -> decodeLongs(start, count, ((DecimalVector) target).low());
    }
  }

  @Override
  final void decodeValues(int start, int[] positions, int count, ColumnVector target) {
    switch (target.kind()) {
      case INT -> decodeInts(start, positions, count, ((IntVector) target).values());
      case LONG -> decodeLongs(start, positions, count, ((LongVector) target).values());
      default -> decodeLongs(start, positions, count, ((DecimalVector) target).low());
    }
  }

  abstract void decodeInts(int start, int count, int[] target);

  abstract void decodeInts(int start, int[] positions, int count, int[] target);

  abstract void decodeLongs(int start, int count, long[] target);

  abstract void decodeLongs(int start, int[] positions, int count, long[] target);

  @Override
  public final int inRange(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target) {
    boolean none = lower > upper || lower > max || upper < min;
    int kept;
    if (none || (lower <= min && upper >= max)) {
      kept = none == wanted ? 0 : Positions.all(from, count, target);
    } else {
      kept = select(Math.max(lower, min), Math.min(upper, max), wanted, start, from, count, target);
    }
    return withoutNulls(start, target, kept);
  }

  /**
   * Filters by a range that some value may lie in and some value may not; NULLs are taken out
   * afterwards.
   *
   * @param lower at least the least value
   * @param upper at most the greatest value
   */
  abstract int select(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target);
}
