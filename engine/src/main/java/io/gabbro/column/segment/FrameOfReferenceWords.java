package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;

/** Words as offsets to the least of them. */
final class FrameOfReferenceWords extends BoundedWords {
  private final Offsets offsets;

  FrameOfReferenceWords(SegmentShape shape, Offsets offsets) {
    super(shape);
    this.offsets = offsets;
  }

  static FrameOfReferenceWords read(SegmentShape shape, SegmentInput in) {
    return new FrameOfReferenceWords(shape, Offsets.read(in, shape.rows()));
  }

  @Override
  public Encoding encoding() {
    return Encoding.FRAME_OF_REFERENCE;
  }

  @Override
  long valueMemoryBytes() {
    return offsets.memoryBytes();
  }

  @Override
  void decodeInts(int start, int count, int[] target) {
    offsets.add((int) min(), start, count, target);
  }

  @Override
  void decodeInts(int start, int[] positions, int count, int[] target) {
    offsets.add((int) min(), start, positions, count, target);
  }

  @Override
  void decodeLongs(int start, int count, long[] target) {
    offsets.add(min(), start, count, target);
  }

  @Override
  void decodeLongs(int start, int[] positions, int count, long[] target) {
    offsets.add(min(), start, positions, count, target);
  }

  @Override
  int select(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target) {
    return offsets.inRange(lower - min(), upper - min(), wanted, start, from, count, target);
  }

  @Override
  void writeValues(ByteBuilder out) {
    offsets.write(out);
  }
}
