package io.gabbro.function.aggregate;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.Int128;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/**
 * 128-bit sums and counts by group. The lower word of a sum and its count lie side by side, because
 * a row changes both and the upper word hardly ever.
 */
final class WideSums {
  private static final long LOW_HALF = 0xFFFFFFFFL;

  /** For each group the lower word and the count. */
  private long[] cells = new long[0];

  private long[] high = new long[0];
  private final Int128 number = new Int128();

  void ensureGroups(int count) {
    if (high.length < count) {
      int length = ArgumentAccumulator.grown(high.length, count);
      high = Arrays.copyOf(high, length);
      cells = Arrays.copyOf(cells, 2 * length);
    }
  }

  long high(int group) {
    return high[group];
  }

  long low(int group) {
    return cells[2 * group];
  }

  long count(int group) {
    return cells[2 * group + 1];
  }

  void add(int group, long value, long count) {
    long before = cells[2 * group];
    long sum = before + value;
    cells[2 * group] = sum;
    cells[2 * group + 1] += count;
    // The carry out of the lower word, plus the sign of the value as its upper word.
    long upper = (value >> 63) + (((before & value) | ((before | value) & ~sum)) >>> 63);
    if (upper != 0) {
      high[group] += upper;
    }
  }

  void addLongs(long[] values, Selection rows, int[] groups) {
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        add(groups[row], values[row], 1);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        add(groups[row], values[row], 1);
      }
    }
  }

  /** The upper and lower halves of longs are summed apart, which cannot overflow in one batch. */
  void addBatch(int group, long[] values, Selection rows) {
    long upper = 0;
    long lower = 0;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        upper += values[row] >> 32;
        lower += values[row] & LOW_HALF;
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        long value = values[positions[index]];
        upper += value >> 32;
        lower += value & LOW_HALF;
      }
    }
    addWide(group, upper >> 32, upper << 32, 0);
    add(group, lower, count);
  }

  /** Adds a number of two words. */
  void addWide(int group, long highWord, long lowWord, long count) {
    if (!number.set(high[group], cells[2 * group]).add(highWord, lowWord)) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, "numeric");
    }
    high[group] = number.high();
    cells[2 * group] = number.low();
    cells[2 * group + 1] += count;
  }

  long memoryBytes() {
    return 24L * high.length;
  }
}
