package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import java.util.Arrays;

/** One value that is not a word, or NULL, in all rows: a dictionary of one entry or none. */
final class ConstantValues extends Segment implements DictionarySegment {
  private final ColumnVector value;
  private final int size;

  /**
   * @param value the value at row 0, when not all rows are NULL
   */
  ConstantValues(SegmentShape shape, ColumnVector value) {
    super(shape);
    this.value = value;
    size = shape.nullCount() == shape.rows() ? 0 : 1;
  }

  static ConstantValues read(SegmentShape shape, boolean wide, SegmentInput in) {
    int size = shape.nullCount() == shape.rows() ? 0 : 1;
    return new ConstantValues(shape, StoredValues.read(shape.kind(), wide, size, in));
  }

  @Override
  public Encoding encoding() {
    return Encoding.CONSTANT;
  }

  @Override
  long valueMemoryBytes() {
    return StoredValues.memoryBytes(value);
  }

  @Override
  void decodeValues(int start, int count, ColumnVector target) {
    if (size > 0) {
      Spread.begin(value, target);
      Spread.fill(value, 0, target, 0, count);
    }
  }

  @Override
  void decodeValues(int start, int[] positions, int count, ColumnVector target) {
    decodeValues(start, positions[count - 1] + 1, target);
  }

  @Override
  public ColumnVector dictionary() {
    return value;
  }

  @Override
  public int dictionarySize() {
    return size;
  }

  @Override
  public int select(boolean[] matching, int start, int[] from, int count, int[] target) {
    int kept = size > 0 && matching[0] ? Positions.all(from, count, target) : 0;
    return withoutNulls(start, target, kept);
  }

  @Override
  public void codes(int start, int count, int[] target) {
    Arrays.fill(target, 0, count, 0);
    if (shape().nulls() != null) {
      shape().nulls().replace(start, count, size, target);
    }
  }

  @Override
  void writeValues(ByteBuilder out) {
    StoredValues.write(value, size, out);
  }
}
