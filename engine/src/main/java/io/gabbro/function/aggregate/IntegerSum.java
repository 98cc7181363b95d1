package io.gabbro.function.aggregate;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Accumulator;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;

/** The sum of TINYINT, SMALLINT or INTEGER as BIGINT. */
final class IntegerSum extends GroupwiseArgument {
  private long[] sums = new long[0];
  private boolean[] present = new boolean[0];

  @Override
  public void ensureGroups(int count) {
    if (sums.length < count) {
      int length = grown(sums.length, count);
      sums = Arrays.copyOf(sums, length);
      present = Arrays.copyOf(present, length);
    }
  }

  @Override
  void addToGroup(ColumnVector values, Selection rows, int group) {
    add(group, sum(((IntVector) values).values(), rows));
  }

  @Override
  void addToGroups(ColumnVector vector, Selection rows, int[] groups) {
    int[] values = ((IntVector) vector).values();
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        add(groups[row], values[row]);
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        int row = positions[index];
        add(groups[row], values[row]);
      }
    }
  }

  /** The sum of a batch, which always fits into a long. */
  static long sum(int[] values, Selection rows) {
    long sum = 0;
    int count = rows.count();
    if (rows.isAll()) {
      for (int row = 0; row < count; row++) {
        sum += values[row];
      }
    } else {
      int[] positions = rows.positions();
      for (int index = 0; index < count; index++) {
        sum += values[positions[index]];
      }
    }
    return sum;
  }

  private void add(int group, long value) {
    long sum = sums[group] + value;
    if (((sums[group] ^ sum) & (value ^ sum)) < 0) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, SqlType.BIGINT);
    }
    sums[group] = sum;
    present[group] = true;
  }

  @Override
  public void combine(Accumulator other, int otherCount, int[] groups) {
    IntegerSum others = (IntegerSum) other;
    for (int group = 0; group < otherCount; group++) {
      if (others.present[group]) {
        add(groups[group], others.sums[group]);
      }
    }
  }

  @Override
  public void result(int group, ColumnVector target, int row) {
    if (present[group]) {
      target.setNotNull(row);
      ((LongVector) target).values()[row] = sums[group];
    } else {
      target.setNull(row);
    }
  }

  @Override
  public long memoryBytes() {
    return 9L * sums.length;
  }
}
