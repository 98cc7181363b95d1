package io.gabbro.execution.expression;

import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;

/**
 * IN with a list: constants are looked up in a hash set, which is made when the first row comes;
 * other items are compared one by one for the rows that no item before them equals.
 */
final class InListEvaluator implements Evaluator {
  private final Evaluator value;
  private final ConstantEvaluator[] constants;
  private final Evaluator[] others;
  private final BooleanVector result = new BooleanVector(0);
  private final Selection open = new Selection(0);
  private ConstantSet set;

  InListEvaluator(Evaluator value, ConstantEvaluator[] constants, Evaluator[] others) {
    this.value = value;
    this.constants = constants;
    this.others = others;
  }

  @Override
  public BooleanVector evaluate(RowBatch batch, Selection rows) {
    result.reset();
    result.ensureCapacity(rows.end());
    if (rows.count() == 0) {
      return result;
    }
    ColumnVector values = value.evaluate(batch, rows);
    if (set == null) {
      set = new ConstantSet(values.kind(), constants);
    }
    lookUp(values, rows);
    for (Evaluator other : others) {
      if (open.count() == 0) {
        break;
      }
      compare(values, other.evaluate(batch, open));
    }
    return result;
  }

  private void lookUp(ColumnVector values, Selection rows) {
    int[] kept = open.startPositions(rows.count());
    int keptCount = 0;
    boolean[] matches = result.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      matches[row] = false;
      if (values.isNull(row)) {
        result.setNull(row);
      } else if (set.contains(values, row)) {
        matches[row] = true;
      } else {
        if (set.hasNull()) {
          result.setNull(row);
        }
        kept[keptCount++] = row;
      }
    }
    open.setCount(keptCount);
  }

  private void compare(ColumnVector values, ColumnVector items) {
    int count = open.count();
    int[] kept = open.positions();
    int keptCount = 0;
    for (int index = 0; index < count; index++) {
      int row = kept[index];
      if (items.isNull(row)) {
        result.setNull(row);
      } else if (values.equalValues(row, items, row)) {
        result.setNotNull(row);
        result.values()[row] = true;
        continue;
      }
      kept[keptCount++] = row;
    }
    open.setCount(keptCount);
  }
}
