package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import java.util.Arrays;

/** A word for each run of rows that have the same one; NULLs belong to any run. */
final class RunLengthWords extends BoundedWords {
  private final Runs runs;
  private final long[] words;

  RunLengthWords(SegmentShape shape, Runs runs, long[] words) {
    super(shape);
    this.runs = runs;
    this.words = words;
  }

  static RunLengthWords read(SegmentShape shape, SegmentInput in) {
    Runs runs = Runs.read(in, shape.rows());
    return new RunLengthWords(shape, runs, in.longs(runs.count()));
  }

  @Override
  public Encoding encoding() {
    return Encoding.RUN_LENGTH;
  }

  @Override
  long valueMemoryBytes() {
    return runs.memoryBytes() + 16 + 8L * words.length;
  }

  @Override
  void decodeInts(int start, int count, int[] target) {
    fillInts(start, 0, count, target);
  }

  @Override
  void decodeInts(int start, int[] positions, int count, int[] target) {
    fillInts(start, positions[0], positions[count - 1] + 1, target);
  }

  private void fillInts(int start, int first, int end, int[] target) {
    int run = runs.find(start + first);
    int position = first;
    while (position < end) {
      int next = Math.min(end, runs.end(run) - start);
      Arrays.fill(target, position, next, (int) words[run++]);
      position = next;
    }
  }

  @Override
  void decodeLongs(int start, int count, long[] target) {
    fillLongs(start, 0, count, target);
  }

  @Override
  void decodeLongs(int start, int[] positions, int count, long[] target) {
    fillLongs(start, positions[0], positions[count - 1] + 1, target);
  }

  private void fillLongs(int start, int first, int end, long[] target) {
    int run = runs.find(start + first);
    int position = first;
    while (position < end) {
      int next = Math.min(end, runs.end(run) - start);
      Arrays.fill(target, position, next, words[run++]);
      position = next;
    }
  }

  @Override
  int select(
      long lower, long upper, boolean wanted, int start, int[] from, int count, int[] target) {
    int index = 0;
    int kept = 0;
    int run = count == 0 ? 0 : runs.find(start + (from == null ? 0 : from[0]));
    while (index < count) {
      int end = runs.end(run) - start;
      boolean inside = words[run] >= lower && words[run] <= upper;
      run++;
      if (from == null) {
        int next = Math.min(count, end);
        kept = inside == wanted ? Positions.range(index, next, target, kept) : kept;
        index = next;
      } else {
        while (index < count && from[index] < end) {
          target[kept] = from[index++];
          kept += inside == wanted ? 1 : 0;
        }
      }
    }
    return kept;
  }

  @Override
  void writeValues(ByteBuilder out) {
    runs.write(out);
    SegmentOutput.longs(out, words);
  }
}
