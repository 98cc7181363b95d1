package io.gabbro.execution.expression;

import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;

/**
 * Comparisons of one value of kind INT, LONG or DECIMAL with constants, all of which must hold:
 * together they are one interval. Decimals of two words are compared one by one.
 */
final class RangePredicate implements Predicate {
  /** One of the comparisons; NOT_EQUAL only when it is the only one. */
  record Bound(Comparison comparison, ConstantEvaluator constant) {}

  private final Evaluator value;
  private final List<Bound> bounds;
  private boolean resolved;
  private boolean never;
  private boolean wide;
  private long lower = Long.MIN_VALUE;
  private long upper = Long.MAX_VALUE;
  private boolean wanted = true;

  RangePredicate(Evaluator value, List<Bound> bounds) {
    this.value = value;
    this.bounds = List.copyOf(bounds);
  }

  @Override
  public void select(RowBatch batch, Selection rows, Selection matches) {
    int count = rows.count();
    if (count > 0 && !resolved) {
      resolve();
    }
    int[] from = ComparisonLoops.positionsOrNull(rows);
    if (count == 0 || never) {
      matches.startPositions(0);
      matches.setCount(0);
      return;
    }
    ColumnVector vector = value.evaluate(batch, rows);
    if (wide || (vector instanceof DecimalVector decimals && decimals.isWide())) {
      selectWide(batch, vector, rows, matches);
      return;
    }
    int[] target = matches.startPositions(count);
    int kept;
    if (vector instanceof IntVector ints) {
      if (lower > Integer.MAX_VALUE || upper < Integer.MIN_VALUE) {
        matches.setCount(0);
        return;
      }
      int least = (int) Math.max(lower, Integer.MIN_VALUE);
      int greatest = (int) Math.min(upper, Integer.MAX_VALUE);
      kept = ComparisonLoops.inRange(ints.values(), least, greatest, wanted, from, count, target);
    } else {
      long[] values =
          vector instanceof LongVector longs ? longs.values() : ((DecimalVector) vector).low();
      kept = ComparisonLoops.inRange(values, lower, upper, wanted, from, count, target);
    }
    matches.setCount(ComparisonLoops.withoutNulls(vector, target, kept));
  }

  @Override
  public WordRange wordRange() {
    if (!(value instanceof ColumnEvaluator)) {
      return null;
    }
    if (!resolved) {
      resolve();
    }
    if (never) {
      return new WordRange(1, 0, true);
    }
    return wide ? null : new WordRange(lower, upper, wanted);
  }

  private void selectWide(RowBatch batch, ColumnVector vector, Selection rows, Selection matches) {
    Selection rest = rows;
    for (Bound bound : bounds) {
      ColumnVector constant = bound.constant().evaluate(batch, rest);
      int count = rest.count();
      int[] from = ComparisonLoops.positionsOrNull(rest);
      int[] target = matches.startPositions(count);
      matches.setCount(
          ComparisonLoops.compare(vector, constant, bound.comparison(), from, count, target));
      rest = matches;
    }
  }

  private void resolve() {
    for (Bound bound : bounds) {
      ColumnVector constant = bound.constant().value();
      if (constant.isNull(0)) {
        never = true;
      } else if (constant instanceof DecimalVector decimals && decimals.isWide()) {
        wide = true;
      } else {
        narrow(bound.comparison(), word(constant));
      }
    }
    never |= !wide && lower > upper;
    resolved = true;
  }

  private static long word(ColumnVector constant) {
    if (constant instanceof IntVector ints) {
      return ints.values()[0];
    }
    return constant instanceof LongVector longs
        ? longs.values()[0]
        : ((DecimalVector) constant).low()[0];
  }

  private void narrow(Comparison comparison, long constant) {
    switch (comparison) {
      case EQUAL -> narrow(constant, constant);
      case NOT_EQUAL -> {
        narrow(constant, constant);
        wanted = false;
      }
      case LESS -> {
        never |= constant == Long.MIN_VALUE;
        narrow(Long.MIN_VALUE, constant - 1);
      }
      case LESS_OR_EQUAL -> narrow(Long.MIN_VALUE, constant);
      case GREATER -> {
        never |= constant == Long.MAX_VALUE;
        narrow(constant + 1, Long.MAX_VALUE);
      }
      case GREATER_OR_EQUAL -> narrow(constant, Long.MAX_VALUE);
    }
  }

  private void narrow(long least, long greatest) {
    lower = Math.max(lower, least);
    upper = Math.min(upper, greatest);
  }
}
