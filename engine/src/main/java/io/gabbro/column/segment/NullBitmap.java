package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import java.util.Arrays;

/** Which rows of a segment are NULL: one bit a row, none at all when every row is. Immutable. */
final class NullBitmap {
  private final long[] bits;
  private final int rows;
  private final int count;

  private NullBitmap(long[] bits, int rows, int count) {
    this.bits = bits;
    this.rows = rows;
    this.count = count;
  }

  /** The NULLs among the first rows of a vector; null when there are none. */
  static NullBitmap of(ColumnVector values, int rows) {
    if (!values.mayHaveNulls()) {
      return null;
    }
    boolean[] flags = values.nulls();
    long[] bits = new long[words(rows)];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (flags[row]) {
        bits[row >> 6] |= 1L << row;
        count++;
      }
    }
    return count == 0 ? null : new NullBitmap(count == rows ? null : bits, rows, count);
  }

  /** NULL in every row. */
  static NullBitmap all(int rows) {
    return new NullBitmap(null, rows, rows);
  }

  static NullBitmap read(SegmentInput in, int rows) {
    long[] bits = in.longs(words(rows));
    int count = Arrays.stream(bits).mapToInt(Long::bitCount).sum();
    in.check(count > 0 && count < rows && (rows % 64 == 0 || bits[rows >> 6] >>> rows == 0));
    return new NullBitmap(bits, rows, count);
  }

  private static int words(int rows) {
    return (int) ((rows + 63L) >> 6);
  }

  /** Appends the bits; only unless {@link #isAll}. */
  void write(ByteBuilder out) {
    SegmentOutput.longs(out, bits);
  }

  int count() {
    return count;
  }

  /** Whether every row is NULL. */
  boolean isAll() {
    return bits == null;
  }

  boolean isNull(int row) {
    return bits == null || ((bits[row >> 6] >>> row) & 1) != 0;
  }

  /** The first NULL from a row on; {@link Integer#MAX_VALUE} when none follows. */
  int next(int row) {
    if (row >= rows) {
      return Integer.MAX_VALUE;
    }
    if (bits == null) {
      return row;
    }
    int word = row >> 6;
    long rest = bits[word] & (-1L << row);
    while (rest == 0) {
      if (++word == bits.length) {
        return Integer.MAX_VALUE;
      }
      rest = bits[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }

  /** Sets the NULLs of some rows in a vector that has none so far. */
  void decode(int start, int rowCount, ColumnVector target) {
    int row = next(start);
    int end = start + rowCount;
    if (row >= end) {
      return;
    }
    boolean[] flags = target.startNulls();
    for (; row < end; row = next(row + 1)) {
      flags[row - start] = true;
    }
  }

  /** Sets the NULLs of positions in a vector that has none so far. */
  void decode(int start, int[] positions, int positionCount, ColumnVector target) {
    if (positionCount == 0 || next(start + positions[0]) > start + positions[positionCount - 1]) {
      return;
    }
    boolean[] flags = target.startNulls();
    for (int index = 0; index < positionCount; index++) {
      int position = positions[index];
      flags[position] = isNull(start + position);
    }
  }

  /** Takes the positions of NULLs out, and returns how many are left. */
  int withoutNulls(int start, int[] positions, int positionCount) {
    if (bits == null) {
      return 0;
    }
    int kept = 0;
    for (int index = 0; index < positionCount; index++) {
      int position = positions[index];
      int row = start + position;
      positions[kept] = position;
      kept += (int) (~(bits[row >> 6] >>> row) & 1);
    }
    return kept;
  }

  /** Replaces the numbers of rows that are NULL. */
  void replace(int start, int rowCount, int number, int[] target) {
    int end = start + rowCount;
    for (int row = next(start); row < end; row = next(row + 1)) {
      target[row - start] = number;
    }
  }

  long memoryBytes() {
    return 32 + (bits == null ? 0 : 16 + 8L * bits.length);
  }
}
