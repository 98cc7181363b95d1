package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;

/** Few distinct values that are not words. */
final class DictionaryValues extends Segment implements DictionarySegment {
  private final Dictionary dictionary;

  DictionaryValues(SegmentShape shape, Dictionary dictionary) {
    super(shape);
    this.dictionary = dictionary;
  }

  @Override
  public Encoding encoding() {
    return Encoding.DICTIONARY;
  }

  @Override
  long valueMemoryBytes() {
    return dictionary.memoryBytes();
  }

  @Override
  void decodeValues(int start, int count, ColumnVector target) {
    decodeValues(start, null, count, target);
  }

  @Override
  void decodeValues(int start, int[] positions, int count, ColumnVector target) {
    Spread.begin(dictionary.values(), target);
    Spread.gather(dictionary.values(), dictionary.codes(), start, positions, count, target);
  }

  @Override
  public ColumnVector dictionary() {
    return dictionary.values();
  }

  @Override
  public int dictionarySize() {
    return dictionary.size();
  }

  @Override
  public int select(boolean[] matching, int start, int[] from, int count, int[] target) {
    int kept = dictionary.codes().select(matching, start, from, count, target);
    return withoutNulls(start, target, kept);
  }

  @Override
  public void codes(int start, int count, int[] target) {
    dictionary.decodeCodes(start, count, shape().nulls(), target);
  }

  @Override
  void writeValues(ByteBuilder out) {
    dictionary.write(out);
  }
}
