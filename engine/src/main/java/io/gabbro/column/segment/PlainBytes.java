package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;

/** Byte strings behind each other in one array, which decoded vectors share. */
final class PlainBytes extends Segment {
  private final int[] starts;
  private final byte[] data;

  /**
   * @param starts where each value starts, and at the end where the last one ends
   */
  PlainBytes(SegmentShape shape, int[] starts, byte[] data) {
    super(shape);
    this.starts = starts;
    this.data = data;
  }

  static PlainBytes of(SegmentShape shape, BytesVector source) {
    int rows = shape.rows();
    int[] starts = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      int length = source.isNull(row) ? 0 : source.length(row);
      starts[row + 1] = Math.addExact(starts[row], length);
    }
    byte[] data = new byte[starts[rows]];
    for (int row = 0; row < rows; row++) {
      int length = starts[row + 1] - starts[row];
      if (length > 0) {
        System.arraycopy(source.data(), source.start(row), data, starts[row], length);
      }
    }
    return new PlainBytes(shape, starts, data);
  }

  static PlainBytes read(SegmentShape shape, SegmentInput in) {
    int rows = shape.rows();
    Offsets lengths = Offsets.read(in, rows);
    int[] starts = new int[rows + 1];
    long total = 0;
    for (int row = 0; row < rows; row++) {
      total += lengths.get(row);
      in.check(total <= Integer.MAX_VALUE);
      starts[row + 1] = (int) total;
    }
    return new PlainBytes(shape, starts, in.bytes(starts[rows]));
  }

  @Override
  public Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  long valueMemoryBytes() {
    return 32 + 4L * starts.length + data.length;
  }

  @Override
  void decodeValues(int start, int count, ColumnVector target) {
    BytesVector bytes = (BytesVector) target;
    bytes.share(data);
    System.arraycopy(starts, start, bytes.starts(), 0, count);
    int[] lengths = bytes.lengths();
    for (int index = 0; index < count; index++) {
      lengths[index] = starts[start + index + 1] - starts[start + index];
    }
  }

  @Override
  void decodeValues(int start, int[] positions, int count, ColumnVector target) {
    BytesVector bytes = (BytesVector) target;
    bytes.share(data);
    int[] targetStarts = bytes.starts();
    int[] lengths = bytes.lengths();
    for (int index = 0; index < count; index++) {
      int position = positions[index];
      int first = starts[start + position];
      targetStarts[position] = first;
      lengths[position] = starts[start + position + 1] - first;
    }
  }

  @Override
  void writeValues(ByteBuilder out) {
    int rows = shape().rows();
    long[] lengths = new long[rows];
    long longest = 0;
    for (int row = 0; row < rows; row++) {
      lengths[row] = (long) starts[row + 1] - starts[row];
      longest = Math.max(longest, lengths[row]);
    }
    Offsets.of(lengths, 0, longest, rows).write(out);
    out.put(data);
  }
}
