package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;

/** Offsets of four bytes. */
final class IntOffsets extends Offsets {
  private final int[] offsets;

  IntOffsets(int[] offsets) {
    this.offsets = offsets;
  }

  @Override
  void write(ByteBuilder out) {
    out.putByte(width());
    SegmentOutput.ints(out, offsets);
  }

  @Override
  int width() {
    return Integer.BYTES;
  }

  @Override
  long get(int row) {
    return offsets[row] & 0xFFFF_FFFFL;
  }

  @Override
  void add(long base, int start, int count, long[] target) {
    for (int index = 0; index < count; index++) {
      target[index] = base + (offsets[start + index] & 0xFFFF_FFFFL);
    }
  }

  @Override
  void add(int base, int start, int count, int[] target) {
    for (int index = 0; index < count; index++) {
      target[index] = base + offsets[start + index];
    }
  }

  @Override
  void add(long base, int start, int[] positions, int count, long[] target) {
    for (int index = 0; index < count; index++) {
      int position = positions[index];
      target[position] = base + (offsets[start + position] & 0xFFFF_FFFFL);
    }
  }

  @Override
  void add(int base, int start, int[] positions, int count, int[] target) {
    for (int index = 0; index < count; index++) {
      int position = positions[index];
      target[position] = base + offsets[start + position];
    }
  }

  @Override
  int inRange(long least, long size, int start, int[] from, int count, int[] target) {
    int first = (int) least;
    int kept = 0;
    if (from == null) {
      for (int index = 0; index < count; index++) {
        target[kept] = index;
        kept += (int) ((((offsets[start + index] - first) & 0xFFFF_FFFFL) - size) >>> 63);
      }
      return kept;
    }
    for (int index = 0; index < count; index++) {
      int position = from[index];
      target[kept] = position;
      kept += (int) ((((offsets[start + position] - first) & 0xFFFF_FFFFL) - size) >>> 63);
    }
    return kept;
  }

  @Override
  void accumulate(long sum, long step, int first, int end, long[] target, int at) {
    long running = sum;
    for (int row = first; row < end; row++) {
      running += step + (offsets[row] & 0xFFFF_FFFFL);
      target[at + row - first] = running;
    }
  }

  @Override
  void accumulate(int sum, int step, int first, int end, int[] target, int at) {
    int running = sum;
    for (int row = first; row < end; row++) {
      running += step + offsets[row];
      target[at + row - first] = running;
    }
  }

  @Override
  long accumulate(long sum, long step, int first, int end) {
    long running = sum + step * (end - first);
    for (int row = first; row < end; row++) {
      running += offsets[row] & 0xFFFF_FFFFL;
    }
    return running;
  }

  @Override
  long memoryBytes() {
    return 32 + 4L * offsets.length;
  }
}
