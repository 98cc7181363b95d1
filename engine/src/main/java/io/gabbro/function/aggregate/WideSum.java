package io.gabbro.function.aggregate;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Accumulator;
import io.gabbro.type.Int128;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/**
 * 128-bit sums and counts of integers and decimals: the state of SUM over BIGINT and NUMERIC, and
 * of AVG over all exact numbers.
 */
abstract class WideSum extends ArgumentAccumulator {
  private static final long LOW_HALF = 0xFFFFFFFFL;

  private long[] high = new long[0];
  private long[] low = new long[0];
  private long[] counts = new long[0];
  private final Int128 number = new Int128();

  @Override
  public final void ensureGroups(int count) {
    if (counts.length < count) {
      int length = grown(counts.length, count);
      high = Arrays.copyOf(high, length);
      low = Arrays.copyOf(low, length);
      counts = Arrays.copyOf(counts, length);
    }
  }

  @Override
  final void addPresent(ColumnVector[] arguments, Selection rows, int[] groups) {
    if (arguments[0] instanceof IntVector vector) {
      addInts(vector.values(), rows, groups);
    } else if (arguments[0] instanceof LongVector vector) {
      addLongs(vector.values(), rows, groups);
    } else {
      DecimalVector vector = (DecimalVector) arguments[0];
      if (vector.isWide()) {
        addWide(vector.high(), vector.low(), rows, groups);
      } else {
        addLongs(vector.low(), rows, groups);
      }
    }
  }

  private void addInts(int[] values, Selection rows, int[] groups) {
    if (groups == null) {
      add(0, IntegerSum.sum(values, rows), rows.count());
      return;
    }
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      add(groups[row], values[row], 1);
    }
  }

  private void addLongs(long[] values, Selection rows, int[] groups) {
    int count = rows.count();
    if (groups == null) {
      addBatch(values, rows);
    } else if (rows.isAll()) {
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
  private void addBatch(long[] values, Selection rows) {
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
    addWide(0, upper >> 32, upper << 32, 0);
    add(0, lower, count);
  }

  private void addWide(long[] highs, long[] lows, Selection rows, int[] groups) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      addWide(groups == null ? 0 : groups[row], highs[row], lows[row], 1);
    }
  }

  private void add(int group, long value, long count) {
    long sum = low[group] + value;
    // The carry out of the lower word, plus the sign of the value as its upper word.
    long carry = ((low[group] & value) | ((low[group] | value) & ~sum)) >>> 63;
    low[group] = sum;
    high[group] += (value >> 63) + carry;
    counts[group] += count;
  }

  private void addWide(int group, long highWord, long lowWord, long count) {
    if (!number.set(high[group], low[group]).add(highWord, lowWord)) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, "numeric");
    }
    high[group] = number.high();
    low[group] = number.low();
    counts[group] += count;
  }

  @Override
  public final void combine(Accumulator other, int otherCount, int[] groups) {
    WideSum others = (WideSum) other;
    for (int group = 0; group < otherCount; group++) {
      addWide(groups[group], others.high[group], others.low[group], others.counts[group]);
    }
  }

  @Override
  public final void result(int group, ColumnVector target, int row) {
    if (counts[group] == 0) {
      target.setNull(row);
      return;
    }
    number.set(high[group], low[group]);
    finish(number, counts[group]);
    target.setNotNull(row);
    ((DecimalVector) target).set(row, number.high(), number.low());
  }

  /** Turns a sum of {@code count} values, at least one, into the result. */
  abstract void finish(Int128 sum, long count);

  @Override
  public final long memoryBytes() {
    return 24L * counts.length;
  }
}
