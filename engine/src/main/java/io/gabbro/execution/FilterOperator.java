package io.gabbro.execution;

import io.gabbro.execution.expression.Predicate;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/** The rows for which a condition is true. */
public final class FilterOperator extends PullOperator {
  private final Operator input;
  private final Predicate condition;
  private final Selection matches = new Selection(0);

  /** Filters an input, which it owns. */
  public FilterOperator(Cancellation cancellation, Operator input, Predicate condition) {
    super(cancellation);
    this.input = input;
    this.condition = condition;
  }

  @Override
  protected RowBatch produce() {
    for (RowBatch batch = input.next(); batch != null; batch = input.next()) {
      condition.select(batch, batch.selection(), matches);
      if (matches.count() > 0) {
        return batch.withSelection(matches);
      }
    }
    return null;
  }

  @Override
  protected void release() {
    input.close();
  }
}
