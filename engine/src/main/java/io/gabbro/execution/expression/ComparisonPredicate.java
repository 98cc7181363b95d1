package io.gabbro.execution.expression;

import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** A comparison of two values of one kind. */
final class ComparisonPredicate implements Predicate {
  private final Evaluator left;
  private final Evaluator right;
  private final Comparison comparison;

  /** Whether the loop for less-than or equality gets its operands the other way round. */
  private final boolean swapped;

  /** Whether that loop shall find the rows where it holds, or those where it does not. */
  private final boolean wanted;

  private final boolean equality;

  ComparisonPredicate(Evaluator left, Evaluator right, Comparison comparison) {
    this.left = left;
    this.right = right;
    this.comparison = comparison;
    equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    swapped = comparison == Comparison.GREATER || comparison == Comparison.LESS_OR_EQUAL;
    wanted =
        comparison == Comparison.EQUAL
            || comparison == Comparison.LESS
            || comparison == Comparison.GREATER;
  }

  @Override
  public void select(RowBatch batch, Selection rows, Selection matches) {
    int count = rows.count();
    int[] from = ComparisonLoops.positionsOrNull(rows);
    if (count == 0) {
      matches.startPositions(0);
      return;
    }
    ColumnVector leftVector = left.evaluate(batch, rows);
    ColumnVector rightVector = right.evaluate(batch, rows);
    int[] target = matches.startPositions(count);
    int kept =
        swapped
            ? compare(rightVector, leftVector, from, count, target)
            : compare(leftVector, rightVector, from, count, target);
    kept = ComparisonLoops.withoutNulls(leftVector, target, kept);
    matches.setCount(ComparisonLoops.withoutNulls(rightVector, target, kept));
  }

  private int compare(ColumnVector a, ColumnVector b, int[] rows, int count, int[] target) {
    if (a instanceof IntVector x && b instanceof IntVector y) {
      return equality
          ? ComparisonLoops.equal(x.values(), y.values(), wanted, rows, count, target)
          : ComparisonLoops.less(x.values(), y.values(), wanted, rows, count, target);
    }
    if (a instanceof LongVector x && b instanceof LongVector y) {
      return compareLongs(x.values(), y.values(), rows, count, target);
    }
    if (a instanceof DecimalVector x
        && b instanceof DecimalVector y
        && !x.isWide()
        && !y.isWide()) {
      return compareLongs(x.low(), y.low(), rows, count, target);
    }
    if (a instanceof DoubleVector x && b instanceof DoubleVector y) {
      return equality
          ? ComparisonLoops.equal(x.values(), y.values(), wanted, rows, count, target)
          : ComparisonLoops.less(x.values(), y.values(), wanted, rows, count, target);
    }
    if (equality && a instanceof BytesVector x && b instanceof BytesVector y) {
      return ComparisonLoops.equal(x, y, wanted, rows, count, target);
    }
    return ComparisonLoops.compare(
        a, b, swapped ? comparison.flipped() : comparison, rows, count, target);
  }

  private int compareLongs(long[] a, long[] b, int[] rows, int count, int[] target) {
    return equality
        ? ComparisonLoops.equal(a, b, wanted, rows, count, target)
        : ComparisonLoops.less(a, b, wanted, rows, count, target);
  }
}
