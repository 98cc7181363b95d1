package io.gabbro.function.cast;

import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.Selection;

/** The double nearest to a decimal. */
final class DecimalToDoubleCast implements Kernel {
  /** Powers of ten up to this one are doubles themselves, so that one division rounds rightly. */
  private static final int MAX_EXACT_POWER = 22;

  private static final long MAX_EXACT_LONG = 1L << 53;

  private final int scale;
  private final double power;

  DecimalToDoubleCast(int scale) {
    this.scale = scale;
    power = Math.pow(10, scale);
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    DecimalVector source = (DecimalVector) arguments[0];
    long[] low = source.low();
    double[] target = ((DoubleVector) result).values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      long value = low[row];
      boolean exact =
          value <= MAX_EXACT_LONG
              && value >= -MAX_EXACT_LONG
              && source.highWord(row) == value >> 63
              && scale <= MAX_EXACT_POWER;
      target[row] = exact ? value / power : source.decimal(row, scale).doubleValue();
    }
  }
}
