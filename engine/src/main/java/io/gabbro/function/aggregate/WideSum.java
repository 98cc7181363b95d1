package io.gabbro.function.aggregate;

import io.gabbro.function.Accumulator;
import io.gabbro.type.Int128;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/**
 * The exact sum of integers or decimals and what follows from it and the number of values: SUM over
 * BIGINT and NUMERIC, and AVG over all exact numbers. Two over the same argument share the sums.
 */
abstract class WideSum extends GroupwiseArgument {
  private final Int128 number = new Int128();
  private WideSums sums = new WideSums();
  private boolean shares;

  @Override
  public final void ensureGroups(int count) {
    sums.ensureGroups(count);
  }

  @Override
  final void addToGroup(ColumnVector values, Selection rows, int group) {
    if (values instanceof IntVector vector) {
      sums.add(group, IntegerSum.sum(vector.values(), rows), rows.count());
    } else if (values instanceof LongVector vector) {
      sums.addBatch(group, vector.values(), rows);
    } else {
      DecimalVector vector = (DecimalVector) values;
      if (!vector.isWide()) {
        sums.addBatch(group, vector.low(), rows);
        return;
      }
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        sums.addWide(group, vector.high()[row], vector.low()[row], 1);
      }
    }
  }

  @Override
  final void addToGroups(ColumnVector values, Selection rows, int[] groups) {
    if (values instanceof IntVector vector) {
      int[] ints = vector.values();
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        sums.add(groups[row], ints[row], 1);
      }
    } else if (values instanceof LongVector vector) {
      sums.addLongs(vector.values(), rows, groups);
    } else {
      DecimalVector vector = (DecimalVector) values;
      if (!vector.isWide()) {
        sums.addLongs(vector.low(), rows, groups);
        return;
      }
      for (int index = 0; index < rows.count(); index++) {
        int row = rows.position(index);
        sums.addWide(groups[row], vector.high()[row], vector.low()[row], 1);
      }
    }
  }

  @Override
  public final boolean share(Accumulator other) {
    if (!(other instanceof WideSum sum)) {
      return false;
    }
    sums = sum.sums;
    shares = true;
    return true;
  }

  @Override
  public final void combine(Accumulator other, int otherCount, int[] groups) {
    WideSums others = ((WideSum) other).sums;
    for (int group = 0; group < otherCount; group++) {
      sums.addWide(groups[group], others.high(group), others.low(group), others.count(group));
    }
  }

  @Override
  public final void result(int group, ColumnVector target, int row) {
    long count = sums.count(group);
    if (count == 0) {
      target.setNull(row);
      return;
    }
    number.set(sums.high(group), sums.low(group));
    finish(number, count);
    target.setNotNull(row);
    ((DecimalVector) target).set(row, number.high(), number.low());
  }

  /** Turns a sum of {@code count} values, at least one, into the result. */
  abstract void finish(Int128 sum, long count);

  @Override
  public final long memoryBytes() {
    return shares ? 0 : sums.memoryBytes();
  }
}
