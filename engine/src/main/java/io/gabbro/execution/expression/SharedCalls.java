package io.gabbro.execution.expression;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls of several expressions over the same batches: the same call is computed once for the
 * same rows of a batch. Belongs to one operator of one thread.
 */
public final class SharedCalls {
  private final List<Call> calls = new ArrayList<>();
  private final List<Shared> evaluators = new ArrayList<>();
  private long batch;

  /** Says that a batch comes, or that a selection means other rows: forgets what was computed. */
  public void startBatch() {
    batch++;
  }

  /** The evaluator of the same call; null when there is none yet. */
  Evaluator find(Call call) {
    for (int index = 0; index < evaluators.size(); index++) {
      if (isSame(call, calls.get(index))) {
        return evaluators.get(index);
      }
    }
    return null;
  }

  /** Makes an evaluator one that others can share. */
  Evaluator add(Call call, Evaluator evaluator) {
    Shared shared = new Shared(evaluator);
    calls.add(call);
    evaluators.add(shared);
    return shared;
  }

  /** Whether expressions have the same values in every row, as far as that is plain to see. */
  public static boolean areSame(List<BoundExpression> left, List<BoundExpression> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int index = 0; index < left.size(); index++) {
      if (!isSame(left.get(index), right.get(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(BoundExpression left, BoundExpression right) {
    if (!(left instanceof Call call && right instanceof Call other)) {
      return !(left instanceof Call) && left.operands().isEmpty() && left.equals(right);
    }
    return isSameFunction(call, other) && areSame(call.arguments(), other.arguments());
  }

  /** Casts of the same types may differ in what they do about values that do not fit. */
  private static boolean isSameFunction(Call left, Call right) {
    if (!left.signature().stable()) {
      return false;
    }
    return left.signature().equals(right.signature())
        || (!left.name().equals(Call.CAST)
            && left.name().equals(right.name())
            && left.signature().parameters().equals(right.signature().parameters())
            && left.signature().result().equals(right.signature().result()));
  }

  private final class Shared implements Evaluator {
    private final Evaluator evaluator;
    private ColumnVector value;
    private Selection rows;
    private long computed;

    Shared(Evaluator evaluator) {
      this.evaluator = evaluator;
    }

    @Override
    public ColumnVector evaluate(RowBatch input, Selection selected) {
      if (rows != selected || computed != batch) {
        rows = null;
        value = evaluator.evaluate(input, selected);
        rows = selected;
        computed = batch;
      }
      return value;
    }
  }
}
