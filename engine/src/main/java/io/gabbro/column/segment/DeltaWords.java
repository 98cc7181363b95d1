package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;

/**
 * Ascending words as what each has more than the one before, of which the least such difference is
 * kept once. The word of every 128th row is kept too, so that a look-up adds up few of them.
 */
final class DeltaWords extends AscendingWords {
  static final int FORM = 1;

  /** The rows between two words that are kept; a power of two. */
  static final int BLOCK = 128;

  private final long step;
  private final long[] checkpoints;
  private final Offsets deltas;

  /**
   * @param step the least difference
   * @param checkpoints the words of the rows 0, 128, …
   * @param deltas what the difference to the row before has more than the step; 0 at checkpoints
   */
  DeltaWords(SegmentShape shape, long step, long[] checkpoints, Offsets deltas) {
    super(shape);
    this.step = step;
    this.checkpoints = checkpoints;
    this.deltas = deltas;
  }

  static int blocks(int rows) {
    return (rows + BLOCK - 1) / BLOCK;
  }

  static DeltaWords read(SegmentShape shape, SegmentInput in) {
    long step = in.longValue();
    long[] checkpoints = in.longs(blocks(shape.rows()));
    return new DeltaWords(shape, step, checkpoints, Offsets.read(in, shape.rows()));
  }

  @Override
  long valueMemoryBytes() {
    return 32 + 8L * checkpoints.length + deltas.memoryBytes();
  }

  @Override
  void decodeLongs(int start, int count, long[] target) {
    int row = start;
    int end = start + count;
    while (row < end) {
      int blockEnd = Math.min(end, (row / BLOCK + 1) * BLOCK);
      long word = word(row);
      target[row - start] = word;
      deltas.accumulate(word, step, row + 1, blockEnd, target, row + 1 - start);
      row = blockEnd;
    }
  }

  private long word(int row) {
    int block = row / BLOCK;
    return deltas.accumulate(checkpoints[block], step, block * BLOCK + 1, row + 1);
  }

  @Override
  void decodeLongs(int start, int[] positions, int count, long[] target) {
    int row = start + positions[0];
    long word = word(row);
    target[positions[0]] = word;
    for (int index = 1; index < count; index++) {
      int next = start + positions[index];
      word = next / BLOCK == row / BLOCK ? advance(word, row, next) : word(next);
      row = next;
      target[positions[index]] = word;
    }
  }

  private long advance(long word, int row, int next) {
    return deltas.accumulate(word, step, row + 1, next + 1);
  }

  @Override
  void decodeInts(int start, int count, int[] target) {
    int row = start;
    int end = start + count;
    while (row < end) {
      int blockEnd = Math.min(end, (row / BLOCK + 1) * BLOCK);
      int word = (int) word(row);
      target[row - start] = word;
      deltas.accumulate(word, (int) step, row + 1, blockEnd, target, row + 1 - start);
      row = blockEnd;
    }
  }

  @Override
  void decodeInts(int start, int[] positions, int count, int[] target) {
    int row = start + positions[0];
    long word = word(row);
    target[positions[0]] = (int) word;
    for (int index = 1; index < count; index++) {
      int next = start + positions[index];
      word = next / BLOCK == row / BLOCK ? advance(word, row, next) : word(next);
      row = next;
      target[positions[index]] = (int) word;
    }
  }

  @Override
  int firstFrom(long word) {
    int block = lastBlockBelow(word);
    if (block < 0) {
      return 0;
    }
    int row = block * BLOCK;
    int end = Math.min(rows(), row + BLOCK);
    long running = checkpoints[block];
    while (++row < end) {
      running += step + deltas.get(row);
      if (running >= word) {
        break;
      }
    }
    return row;
  }

  /** The last checkpoint with a word less than the given one; -1 when there is none. */
  private int lastBlockBelow(long word) {
    int low = 0;
    int high = checkpoints.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (checkpoints[middle] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  void writeValues(ByteBuilder out) {
    out.putByte(FORM);
    out.putLongLittle(step);
    SegmentOutput.longs(out, checkpoints);
    deltas.write(out);
  }
}
