package io.gabbro.execution.expression;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.ColumnReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes conditions apart that must all be true, and puts them into a good order. */
public final class Conjunctions {
  private Conjunctions() {}

  /**
   * The conditions that must all be true for {@code condition} to be true. Comparisons of one
   * column with constants are one condition, an AND of them, and evaluated in one loop. Conditions
   * that cannot fail come first; the others keep their order.
   */
  public static List<BoundExpression> of(BoundExpression condition) {
    List<BoundExpression> safe = new ArrayList<>();
    List<BoundExpression> others = new ArrayList<>();
    Map<Integer, List<BoundExpression>> ranges = new LinkedHashMap<>();
    collect(condition, safe, others, ranges);
    List<BoundExpression> arranged = new ArrayList<>(ranges.size() + safe.size() + others.size());
    for (List<BoundExpression> range : ranges.values()) {
      arranged.add(range.size() == 1 ? range.get(0) : new BoundExpression.And(range));
    }
    arranged.addAll(safe);
    arranged.addAll(others);
    return arranged;
  }

  private static void collect(
      BoundExpression condition,
      List<BoundExpression> safe,
      List<BoundExpression> others,
      Map<Integer, List<BoundExpression>> ranges) {
    if (condition instanceof BoundExpression.And and) {
      for (BoundExpression part : and.conditions()) {
        collect(part, safe, others, ranges);
      }
      return;
    }
    int column = rangeColumn(condition);
    if (column >= 0) {
      ranges.computeIfAbsent(column, id -> new ArrayList<>()).add(condition);
    } else if (cannotFail(condition)) {
      safe.add(condition);
    } else {
      others.add(condition);
    }
  }

  /** Whether an AND is a range as {@link #of} makes them. */
  static boolean isRange(BoundExpression.And and) {
    int column = rangeColumn(and.conditions().get(0));
    return column >= 0 && and.conditions().stream().allMatch(part -> rangeColumn(part) == column);
  }

  /** The id of the column that a condition compares with a constant; -1 if it does not. */
  private static int rangeColumn(BoundExpression condition) {
    if (!(condition instanceof Call call)
        || call.arguments().size() != 2
        || !PredicateCompiler.isWord(call.arguments().get(0).type().vectorKind())
        || PredicateCompiler.comparison(call).filter(c -> c != Comparison.NOT_EQUAL).isEmpty()) {
      return -1;
    }
    BoundExpression left = call.arguments().get(0);
    BoundExpression right = call.arguments().get(1);
    if (left instanceof ColumnReference column && isPlain(right)) {
      return column.id();
    }
    return right instanceof ColumnReference column && isPlain(left) ? column.id() : -1;
  }

  /** Whether a condition raises no error, whatever the values of columns are. */
  public static boolean cannotFail(BoundExpression condition) {
    if (condition instanceof Call call) {
      return PredicateCompiler.comparison(call).isPresent()
          && call.arguments().stream().allMatch(Conjunctions::isColumnOrPlain);
    }
    if (condition instanceof BoundExpression.Not not) {
      return cannotFail(not.condition());
    }
    if (condition instanceof BoundExpression.IsNull isNull) {
      return isColumnOrPlain(isNull.value());
    }
    return condition instanceof BoundExpression.InList in
        && isColumnOrPlain(in.value())
        && in.list().stream().allMatch(Conjunctions::isPlain);
  }

  private static boolean isColumnOrPlain(BoundExpression expression) {
    return expression instanceof ColumnReference || isPlain(expression);
  }

  private static boolean isPlain(BoundExpression expression) {
    return expression instanceof BoundExpression.Constant
        || expression instanceof BoundExpression.ParameterReference;
  }
}
