package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DoubleVector;

/** Doubles as they are. */
final class PlainDoubles extends Segment {
  private final double[] doubles;

  PlainDoubles(SegmentShape shape, double[] doubles) {
    super(shape);
    this.doubles = doubles;
  }

  static PlainDoubles of(SegmentShape shape, DoubleVector source) {
    double[] doubles = new double[shape.rows()];
    for (int row = 0; row < doubles.length; row++) {
      doubles[row] = source.isNull(row) ? 0 : source.values()[row];
    }
    return new PlainDoubles(shape, doubles);
  }

  static PlainDoubles read(SegmentShape shape, SegmentInput in) {
    in.checkRemaining((long) shape.rows() * Double.BYTES);
    double[] doubles = new double[shape.rows()];
    for (int row = 0; row < doubles.length; row++) {
      doubles[row] = Double.longBitsToDouble(in.longValue());
    }
    return new PlainDoubles(shape, doubles);
  }

  @Override
  public Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  long valueMemoryBytes() {
    return 16 + 8L * doubles.length;
  }

  @Override
  void decodeValues(int start, int count, ColumnVector target) {
    System.arraycopy(doubles, start, ((DoubleVector) target).values(), 0, count);
  }

  @Override
  void decodeValues(int start, int[] positions, int count, ColumnVector target) {
    double[] values = ((DoubleVector) target).values();
    for (int index = 0; index < count; index++) {
      int position = positions[index];
      values[position] = doubles[start + position];
    }
  }

  @Override
  void writeValues(ByteBuilder out) {
    for (double value : doubles) {
      out.putLongLittle(Double.doubleToRawLongBits(value));
    }
  }
}
