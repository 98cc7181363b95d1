package io.gabbro.function.arithmetic;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.Int128;
import io.gabbro.type.IntegerText;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.List;
import java.util.Optional;

/**
 * The negative of a number, or its absolute value: the negative of those that are below zero.
 * TINYINT stays TINYINT.
 */
public final class Negation implements Kernel {
  private final SqlType type;
  private final boolean onlyNegative;
  private final Int128 number = new Int128();

  private Negation(SqlType type, boolean onlyNegative) {
    this.type = type;
    this.onlyNegative = onlyNegative;
  }

  /** The signature for a number; empty for other types. */
  static Optional<ScalarSignature> negative(SqlType type) {
    return signature(type, false);
  }

  /** The signature of the absolute value of a number; empty for other types. */
  public static Optional<ScalarSignature> absolute(SqlType type) {
    return signature(type, true);
  }

  private static Optional<ScalarSignature> signature(SqlType type, boolean onlyNegative) {
    return type.kind().isNumeric()
        ? Optional.of(
            ScalarSignature.of(List.of(type), type, () -> new Negation(type, onlyNegative)))
        : Optional.empty();
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    switch (type.vectorKind()) {
      case INT -> ints((IntVector) arguments[0], rows, ((IntVector) result).values());
      case LONG ->
          longs(((LongVector) arguments[0]).values(), rows, ((LongVector) result).values());
      case DOUBLE ->
          doubles(((DoubleVector) arguments[0]).values(), rows, ((DoubleVector) result).values());
      default -> decimals((DecimalVector) arguments[0], rows, (DecimalVector) result);
    }
  }

  private void ints(IntVector source, Selection rows, int[] target) {
    int[] values = source.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      long value = onlyNegative ? Math.abs((long) values[row]) : -(long) values[row];
      check(IntegerText.isInRange(type.kind(), value));
      target[row] = (int) value;
    }
  }

  private void longs(long[] values, Selection rows, long[] target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      check(values[row] != Long.MIN_VALUE);
      target[row] = onlyNegative ? Math.abs(values[row]) : -values[row];
    }
  }

  private void doubles(double[] values, Selection rows, double[] target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      target[row] = onlyNegative ? Math.abs(values[row]) : -values[row];
    }
  }

  private void decimals(DecimalVector source, Selection rows, DecimalVector target) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      number.set(source.highWord(row), source.low()[row]);
      if (!onlyNegative || number.signum() < 0) {
        number.negate();
      }
      target.set(row, number.high(), number.low());
    }
  }

  private void check(boolean inRange) {
    if (!inRange) {
      throw new GabbroException(ErrorCode.NUMERIC_OUT_OF_RANGE, type);
    }
  }
}
