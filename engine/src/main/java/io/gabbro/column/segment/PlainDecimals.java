package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;

/** Decimals of which some do not fit into a long, as two words. */
final class PlainDecimals extends Segment {
  private final long[] high;
  private final long[] low;

  PlainDecimals(SegmentShape shape, long[] high, long[] low) {
    super(shape);
    this.high = high;
    this.low = low;
  }

  static PlainDecimals of(SegmentShape shape, DecimalVector source) {
    long[] high = new long[shape.rows()];
    long[] low = new long[shape.rows()];
    for (int row = 0; row < shape.rows(); row++) {
      if (!source.isNull(row)) {
        high[row] = source.highWord(row);
        low[row] = source.low()[row];
      }
    }
    return new PlainDecimals(shape, high, low);
  }

  static PlainDecimals read(SegmentShape shape, SegmentInput in) {
    return new PlainDecimals(shape, in.longs(shape.rows()), in.longs(shape.rows()));
  }

  @Override
  public Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  long valueMemoryBytes() {
    return 32 + 16L * low.length;
  }

  @Override
  void decodeValues(int start, int count, ColumnVector target) {
    DecimalVector decimals = (DecimalVector) target;
    decimals.widen();
    System.arraycopy(high, start, decimals.high(), 0, count);
    System.arraycopy(low, start, decimals.low(), 0, count);
  }

  @Override
  void decodeValues(int start, int[] positions, int count, ColumnVector target) {
    DecimalVector decimals = (DecimalVector) target;
    decimals.widen();
    for (int index = 0; index < count; index++) {
      int position = positions[index];
      decimals.high()[position] = high[start + position];
      decimals.low()[position] = low[start + position];
    }
  }

  @Override
  void writeValues(ByteBuilder out) {
    SegmentOutput.longs(out, high);
    SegmentOutput.longs(out, low);
  }
}
