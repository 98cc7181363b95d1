package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.type.Decimals;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;

/**
 * An operation on NUMERIC: tried over longs while both vectors are narrow, and done a value at a
 * time in 128 bits when they are not or when a long overflowed.
 */
abstract class DecimalArithmetic implements Kernel {
  private final SqlType type;

  /** Computes results of a NUMERIC type. */
  DecimalArithmetic(SqlType type) {
    this.type = type;
  }

  @Override
  public final void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    DecimalVector left = (DecimalVector) arguments[0];
    DecimalVector right = (DecimalVector) arguments[1];
    DecimalVector target = (DecimalVector) result;
    if (left.isWide() || right.isWide() || !evaluateNarrow(left, right, rows, target.low())) {
      for (int index = 0; index < rows.count(); index++) {
        evaluateWide(left, right, rows.position(index), target);
      }
    }
  }

  /**
   * Computes the results of narrow vectors.
   *
   * @return whether all results fit into a long and into the type
   */
  abstract boolean evaluateNarrow(
      DecimalVector left, DecimalVector right, Selection rows, long[] target);

  /** Computes one result. */
  abstract void evaluateWide(
      DecimalVector left, DecimalVector right, int row, DecimalVector target);

  /** Sets a result that fits into 128 bits. */
  final void set(DecimalVector target, int row, long high, long low) {
    if (!Decimals.fits(high, low, type.length())) {
      throw outOfRange();
    }
    target.set(row, high, low);
  }

  /** The error of a result with too many digits. */
  final GabbroException outOfRange() {
    return new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
  }
}
