package io.gabbro.execution.expression;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** CASE: each result is computed only for the rows that take its branch. */
final class CaseEvaluator implements Evaluator {
  private final Predicate[] conditions;
  private final Evaluator[] results;
  private final Evaluator otherwise;
  private final ColumnVector result;
  private final Selection open = new Selection(0);
  private final Selection taken = new Selection(0);

  /**
   * The searched form.
   *
   * @param otherwise null for NULL
   */
  CaseEvaluator(VectorKind kind, Predicate[] conditions, Evaluator[] results, Evaluator otherwise) {
    this.conditions = conditions;
    this.results = results;
    this.otherwise = otherwise;
    result = ColumnVector.allocate(kind, 0);
  }

  @Override
  public ColumnVector evaluate(RowBatch batch, Selection rows) {
    result.reset();
    result.ensureCapacity(rows.end());
    open.copyFrom(rows);
    for (int branch = 0; branch < conditions.length && open.count() > 0; branch++) {
      conditions[branch].select(batch, open, taken);
      if (taken.count() > 0) {
        result.copyPositions(results[branch].evaluate(batch, taken), taken);
        open.difference(open, taken);
      }
    }
    if (open.count() > 0) {
      if (otherwise == null) {
        setNull(open);
      } else {
        result.copyPositions(otherwise.evaluate(batch, open), open);
      }
    }
    return result;
  }

  private void setNull(Selection rows) {
    for (int index = 0; index < rows.count(); index++) {
      result.setNull(rows.position(index));
    }
  }
}
