package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;

/** Words as they are, of columns that span more than 32 bits. */
final class PlainWords extends BoundedWords {
  private final long[] words;

  PlainWords(SegmentShape shape, long[] words) {
    super(shape);
    this.words = words;
  }

  static PlainWords read(SegmentShape shape, SegmentInput in) {
    return new PlainWords(shape, in.longs(shape.rows()));
  }

  @Override
  public Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  long valueMemoryBytes() {
    return 16 + 8L * words.length;
  }

  @Override
  void decodeInts(int start, int count, int[] target) {
    for (int index = 0; index < count; index++) {
      target[index] = (int) words[start + index];
    }
  }

  @Override
  void decodeInts(int start, int[] positions, int count, int[] target) {
    for (int index = 0; index < count; index++) {
      int position = positions[index];
      target[position] = (int) words[start + position];
    }
  }

  @Override
  void decodeLongs(int start, int count, long[] target) {
    System.arraycopy(words, start, target, 0, count);
  }

  @Override
  void decodeLongs(int start, int[] positions, int count, long[] target) {
    for (int index = 0; index < count; index++) {
      int position = positions[index];
      target[position] = words[start + position];
    }
  }

  @Override
  int select(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target) {
    long span = upper - lower + Long.MIN_VALUE;
    int flip = wanted ? 1 : 0;
    int kept = 0;
    if (from == null) {
      for (int index = 0; index < count; index++) {
        target[kept] = index;
        kept += (words[start + index] - lower + Long.MIN_VALUE <= span ? 0 : 1) ^ flip;
      }
      return kept;
    }
    for (int index = 0; index < count; index++) {
      int position = from[index];
      target[kept] = position;
      kept += (words[start + position] - lower + Long.MIN_VALUE <= span ? 0 : 1) ^ flip;
    }
    return kept;
  }

  @Override
  void writeValues(ByteBuilder out) {
    SegmentOutput.longs(out, words);
  }
}
