package io.gabbro.column.segment;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;

/** The encodings of words. */
final class WordCandidates extends EncodingCandidates {
  private final VectorKind kind;
  private final long[] words;
  private final NullBitmap nulls;
  private final int rows;
  private final long min;
  private final long max;
  private final int runs;
  private final boolean ascending;
  private final long minDelta;
  private final long maxDelta;
  private DictionaryBuilder dictionary;

  /**
   * @param words the words, those of NULLs being equal to a neighbour's
   */
  WordCandidates(VectorKind kind, long[] words, NullBitmap nulls) {
    this.kind = kind;
    this.words = words;
    this.nulls = nulls;
    rows = words.length;
    long least = words[0];
    long greatest = words[0];
    long leastDelta = Long.MAX_VALUE;
    long greatestDelta = 0;
    int changes = 0;
    boolean falls = false;
    for (int row = 1; row < rows; row++) {
      long delta = words[row] - words[row - 1];
      least = Math.min(least, words[row]);
      greatest = Math.max(greatest, words[row]);
      leastDelta = Math.min(leastDelta, delta);
      greatestDelta = Math.max(greatestDelta, delta);
      changes += delta == 0 ? 0 : 1;
      falls |= words[row] < words[row - 1] || delta < 0;
    }
    min = least;
    max = greatest;
    minDelta = leastDelta;
    maxDelta = greatestDelta;
    runs = changes + 1;
    ascending = !falls;
  }

  private boolean isSequence() {
    return ascending && minDelta == maxDelta && minDelta > 0 && nulls == null;
  }

  private int offsetWidth() {
    return Offsets.width(max - min);
  }

  @Override
  long cost(Encoding encoding) {
    if (nulls != null && nulls.isAll() && encoding != Encoding.CONSTANT) {
      return IMPOSSIBLE;
    }
    return switch (encoding) {
      case CONSTANT -> runs == 1 ? 0 : IMPOSSIBLE;
      case RUN_LENGTH -> slower((long) runs * (Integer.BYTES + Long.BYTES));
      case DICTIONARY -> dictionaryCost();
      case FRAME_OF_REFERENCE ->
          offsetWidth() > Integer.BYTES ? IMPOSSIBLE : (long) rows * offsetWidth();
      case DELTA -> deltaCost();
      case PLAIN -> (long) rows * Long.BYTES;
    };
  }

  private long deltaCost() {
    if (isSequence()) {
      return Long.BYTES;
    }
    if (!ascending || rows == 1 || Offsets.width(maxDelta - minDelta) > Integer.BYTES) {
      return IMPOSSIBLE;
    }
    long bytes = (long) rows * Offsets.width(maxDelta - minDelta);
    return slower(bytes + (long) DeltaWords.blocks(rows) * Long.BYTES);
  }

  private long dictionaryCost() {
    if (offsetWidth() == 1) {
      return IMPOSSIBLE;
    }
    if (dictionary == null) {
      // A code of two bytes a row is never better than offsets of two bytes.
      int limit = offsetWidth() <= Short.BYTES ? 256 : Codes.MAX_ENTRIES;
      ColumnVector values = StoredValues.ofWords(kind, words);
      dictionary = new DictionaryBuilder(values, rows, null, Math.min(limit, rows));
    }
    int entries = dictionary.entries();
    long bytes = (long) rows * Codes.width(entries) + 9L * entries;
    return entries == 0 ? IMPOSSIBLE : slower(bytes);
  }

  @Override
  Segment build(Encoding encoding) {
    boolean allNull = nulls != null && nulls.isAll();
    ColumnVector bounds = allNull ? null : StoredValues.ofWords(kind, min, max);
    SegmentShape shape = new SegmentShape(kind, rows, nulls, bounds);
    return switch (encoding) {
      case CONSTANT -> new ConstantWords(shape);
      case RUN_LENGTH -> runLength(shape);
      case DICTIONARY -> new DictionaryWords(shape, dictionary.build());
      case FRAME_OF_REFERENCE ->
          new FrameOfReferenceWords(shape, Offsets.of(words, min, max - min, rows));
      case DELTA -> isSequence() ? new SequenceWords(shape, minDelta) : delta(shape);
      case PLAIN -> new PlainWords(shape, words);
    };
  }

  private Segment runLength(SegmentShape shape) {
    int[] starts = new int[runs];
    long[] values = new long[runs];
    int run = 0;
    for (int row = 0; row < rows; row++) {
      if (row == 0 || words[row] != words[row - 1]) {
        starts[run] = row;
        values[run++] = words[row];
      }
    }
    return new RunLengthWords(shape, new Runs(starts, rows), values);
  }

  private Segment delta(SegmentShape shape) {
    long[] checkpoints = new long[DeltaWords.blocks(rows)];
    long[] deltas = new long[rows];
    for (int row = 0; row < rows; row++) {
      if (row % DeltaWords.BLOCK == 0) {
        checkpoints[row / DeltaWords.BLOCK] = words[row];
      } else {
        deltas[row] = words[row] - words[row - 1] - minDelta;
      }
    }
    Offsets offsets = Offsets.of(deltas, 0, maxDelta - minDelta, rows);
    return new DeltaWords(shape, minDelta, checkpoints, offsets);
  }
}
