package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;

/** Booleans, one bit a row. */
final class PlainBooleans extends Segment {
  private final long[] bits;

  PlainBooleans(SegmentShape shape, long[] bits) {
    super(shape);
    this.bits = bits;
  }

  static PlainBooleans of(SegmentShape shape, BooleanVector source) {
    boolean[] values = source.values();
    long[] bits = new long[words(shape.rows())];
    for (int row = 0; row < shape.rows(); row++) {
      boolean set = values[row] && !source.isNull(row);
      bits[row >> 6] |= (set ? 1L : 0L) << row;
    }
    return new PlainBooleans(shape, bits);
  }

  static PlainBooleans read(SegmentShape shape, SegmentInput in) {
    return new PlainBooleans(shape, in.longs(words(shape.rows())));
  }

  private static int words(int rows) {
    return (int) ((rows + 63L) >> 6);
  }

  @Override
  public Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  long valueMemoryBytes() {
    return 16 + 8L * bits.length;
  }

  private boolean get(int row) {
    return ((bits[row >> 6] >>> row) & 1) != 0;
  }

  @Override
  void decodeValues(int start, int count, ColumnVector target) {
    boolean[] values = ((BooleanVector) target).values();
    for (int index = 0; index < count; index++) {
      values[index] = get(start + index);
    }
  }

  @Override
  void decodeValues(int start, int[] positions, int count, ColumnVector target) {
    boolean[] values = ((BooleanVector) target).values();
    for (int index = 0; index < count; index++) {
      values[positions[index]] = get(start + positions[index]);
    }
  }

  @Override
  void writeValues(ByteBuilder out) {
    SegmentOutput.longs(out, bits);
  }
}
