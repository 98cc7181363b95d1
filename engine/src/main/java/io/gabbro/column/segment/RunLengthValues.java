package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;

/** A value, not a word, for each run of rows that have the same one; NULLs belong to any run. */
final class RunLengthValues extends Segment {
  private final Runs runs;
  private final ColumnVector values;

  RunLengthValues(SegmentShape shape, Runs runs, ColumnVector values) {
    super(shape);
    this.runs = runs;
    this.values = values;
  }

  static RunLengthValues read(SegmentShape shape, boolean wide, SegmentInput in) {
    Runs runs = Runs.read(in, shape.rows());
    return new RunLengthValues(
        shape, runs, StoredValues.read(shape.kind(), wide, runs.count(), in));
  }

  @Override
  public Encoding encoding() {
    return Encoding.RUN_LENGTH;
  }

  @Override
  long valueMemoryBytes() {
    return runs.memoryBytes() + StoredValues.memoryBytes(values);
  }

  @Override
  void decodeValues(int start, int count, ColumnVector target) {
    fill(start, 0, count, target);
  }

  @Override
  void decodeValues(int start, int[] positions, int count, ColumnVector target) {
    fill(start, positions[0], positions[count - 1] + 1, target);
  }

  private void fill(int start, int first, int end, ColumnVector target) {
    Spread.begin(values, target);
    int run = runs.find(start + first);
    int position = first;
    while (position < end) {
      int next = Math.min(end, runs.end(run) - start);
      Spread.fill(values, run++, target, position, next);
      position = next;
    }
  }

  @Override
  void writeValues(ByteBuilder out) {
    runs.write(out);
    StoredValues.write(values, runs.count(), out);
  }
}
