package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import java.util.Arrays;

/** One word, or NULL, in all rows; the bounds hold it. */
final class ConstantWords extends BoundedWords {
  ConstantWords(SegmentShape shape) {
    super(shape);
  }

  static ConstantWords read(SegmentShape shape, SegmentInput in) {
    boolean allNull = shape.nulls() != null && shape.nulls().isAll();
    in.check(allNull == (shape.bounds() == null));
    if (!allNull) {
      in.check(StoredValues.word(shape.bounds(), 0) == StoredValues.word(shape.bounds(), 1));
    }
    return new ConstantWords(shape);
  }

  @Override
  public Encoding encoding() {
    return Encoding.CONSTANT;
  }

  @Override
  long valueMemoryBytes() {
    return 0;
  }

  @Override
  void decodeInts(int start, int count, int[] target) {
    Arrays.fill(target, 0, count, (int) min());
  }

  @Override
  void decodeInts(int start, int[] positions, int count, int[] target) {
    decodeInts(start, positions[count - 1] + 1, target);
  }

  @Override
  void decodeLongs(int start, int count, long[] target) {
    Arrays.fill(target, 0, count, min());
  }

  @Override
  void decodeLongs(int start, int[] positions, int count, long[] target) {
    decodeLongs(start, positions[count - 1] + 1, target);
  }

  @Override
  int select(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target) {
    throw new IllegalStateException("one value lies in a range or outside of it");
  }

  @Override
  void writeValues(ByteBuilder out) {
    // The bounds are all there is.
  }
}
