package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;

/** Words that grow by the same step from row to row; no NULLs. */
final class SequenceWords extends AscendingWords {
  static final int FORM = 0;

  private final long step;

  SequenceWords(SegmentShape shape, long step) {
    super(shape);
    this.step = step;
  }

  static SequenceWords read(SegmentShape shape, SegmentInput in) {
    long step = in.longValue();
    SequenceWords words = new SequenceWords(shape, step);
    in.check(step > 0 && shape.nulls() == null && words.word(shape.rows() - 1) == words.max());
    return words;
  }

  private long word(int row) {
    return min() + row * step;
  }

  @Override
  long valueMemoryBytes() {
    return 8;
  }

  @Override
  void decodeInts(int start, int count, int[] target) {
    int base = (int) word(start);
    int intStep = (int) step;
    for (int index = 0; index < count; index++) {
      target[index] = base + index * intStep;
    }
  }

  @Override
  void decodeInts(int start, int[] positions, int count, int[] target) {
    for (int index = 0; index < count; index++) {
      int position = positions[index];
      target[position] = (int) word(start + position);
    }
  }

  @Override
  void decodeLongs(int start, int count, long[] target) {
    long base = word(start);
    for (int index = 0; index < count; index++) {
      target[index] = base + index * step;
    }
  }

  @Override
  void decodeLongs(int start, int[] positions, int count, long[] target) {
    for (int index = 0; index < count; index++) {
      int position = positions[index];
      target[position] = word(start + position);
    }
  }

  @Override
  int firstFrom(long word) {
    long distance = word - min();
    return (int)
        (Long.divideUnsigned(distance, step)
            + (Long.remainderUnsigned(distance, step) == 0 ? 0 : 1));
  }

  @Override
  void writeValues(ByteBuilder out) {
    out.putByte(FORM);
    out.putLongLittle(step);
  }
}
