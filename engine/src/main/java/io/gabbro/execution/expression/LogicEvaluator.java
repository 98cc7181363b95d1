package io.gabbro.execution.expression;

import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/**
 * AND or OR in three-valued logic. A row is decided by the first condition that is false (for AND)
 * or true (for OR); later conditions do not see it.
 */
final class LogicEvaluator implements Evaluator {
  private final boolean decisive;
  private final Evaluator[] conditions;
  private final BooleanVector result = new BooleanVector(0);
  private final Selection undecided = new Selection(0);

  private LogicEvaluator(boolean decisive, Evaluator[] conditions) {
    this.decisive = decisive;
    this.conditions = conditions;
  }

  static LogicEvaluator and(Evaluator[] conditions) {
    return new LogicEvaluator(false, conditions);
  }

  static LogicEvaluator or(Evaluator[] conditions) {
    return new LogicEvaluator(true, conditions);
  }

  @Override
  public BooleanVector evaluate(RowBatch batch, Selection rows) {
    result.reset();
    result.ensureCapacity(rows.end());
    boolean[] values = result.values();
    for (int index = 0; index < rows.count(); index++) {
      values[rows.position(index)] = !decisive;
    }
    undecided.copyFrom(rows);
    for (Evaluator condition : conditions) {
      if (undecided.count() == 0) {
        break;
      }
      narrow((BooleanVector) condition.evaluate(batch, undecided));
    }
    return result;
  }

  private void narrow(BooleanVector condition) {
    boolean[] values = result.values();
    boolean[] conditionValues = condition.values();
    int count = undecided.count();
    boolean all = undecided.isAll();
    int[] from = undecided.positions();
    int[] kept = undecided.startPositions(count);
    int keptCount = 0;
    for (int index = 0; index < count; index++) {
      int row = all ? index : from[index];
      if (condition.isNull(row)) {
        result.setNull(row);
      } else if (conditionValues[row] == decisive) {
        values[row] = decisive;
        result.setNotNull(row);
        continue;
      }
      kept[keptCount++] = row;
    }
    undecided.setCount(keptCount);
  }
}
