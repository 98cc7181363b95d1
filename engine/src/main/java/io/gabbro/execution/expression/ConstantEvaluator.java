package io.gabbro.execution.expression;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.function.Consumer;

/**
 * A value that is the same in all rows. It is computed when the first row asks for it, so that an
 * error in it appears only if some row needs it, and kept repeated over as many rows as were asked
 * for.
 */
final class ConstantEvaluator implements Evaluator {
  private final VectorKind kind;
  private final Consumer<ColumnVector> source;
  private ColumnVector vector;
  private int filled;

  /**
   * A constant.
   *
   * @param source writes the value to row 0 of a vector
   */
  ConstantEvaluator(VectorKind kind, Consumer<ColumnVector> source) {
    this.kind = kind;
    this.source = source;
  }

  VectorKind kind() {
    return kind;
  }

  /** A vector whose row 0 is the value. */
  ColumnVector value() {
    if (vector == null) {
      ColumnVector computed = ColumnVector.allocate(kind, 1);
      source.accept(computed);
      computed.setConstant();
      vector = computed;
      filled = 1;
    }
    return vector;
  }

  /** Whether the value is NULL. */
  boolean isNull() {
    return value().isNull(0);
  }

  @Override
  public ColumnVector evaluate(RowBatch batch, Selection rows) {
    ColumnVector repeated = value();
    int end = rows.end();
    if (end > filled) {
      repeated.repeat(0, filled, end);
      filled = end;
    }
    return repeated;
  }
}
