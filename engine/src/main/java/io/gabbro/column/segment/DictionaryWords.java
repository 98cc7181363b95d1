package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;

/** Few distinct words, far apart. */
final class DictionaryWords extends BoundedWords implements DictionarySegment {
  private final Dictionary dictionary;

  DictionaryWords(SegmentShape shape, Dictionary dictionary) {
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
  void decodeInts(int start, int count, int[] target) {
    decodeInts(start, null, count, target);
  }

  @Override
  void decodeInts(int start, int[] positions, int count, int[] target) {
    int[] entries = ((IntVector) dictionary.values()).values();
    dictionary.codes().gather(entries, start, positions, count, target);
  }

  @Override
  void decodeLongs(int start, int count, long[] target) {
    decodeLongs(start, null, count, target);
  }

  @Override
  void decodeLongs(int start, int[] positions, int count, long[] target) {
    ColumnVector values = dictionary.values();
    long[] entries =
        values instanceof LongVector longs ? longs.values() : ((DecimalVector) values).low();
    dictionary.codes().gather(entries, start, positions, count, target);
  }

  @Override
  int select(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target) {
    int first = firstFrom(lower);
    int last = (upper == max() ? dictionary.size() : firstFrom(upper + 1)) - 1;
    if (first > last) {
      return wanted ? 0 : Positions.all(from, count, target);
    }
    return dictionary.codes().offsets().inRange(first, last, wanted, start, from, count, target);
  }

  private int firstFrom(long word) {
    int low = 0;
    int high = dictionary.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (StoredValues.word(dictionary.values(), middle) < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
