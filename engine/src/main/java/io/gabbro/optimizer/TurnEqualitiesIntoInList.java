package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.BoundExpression.InList;
import io.gabbro.plan.BoundExpression.Or;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts comparisons of one value with several constants into a list, which is looked up instead of
 * gone through.
 *
 * <pre>
 * a = 1 OR b &gt; 5 OR a = 2 OR a IN (3, 4)  →  a IN (1, 2, 3, 4) OR b &gt; 5
 * </pre>
 */
final class TurnEqualitiesIntoInList implements ExpressionRule {
  @Override
  public BoundExpression apply(BoundExpression expression) {
    if (!(expression instanceof Or or)) {
      return expression;
    }
    Map<BoundExpression, List<BoundExpression>> lists = new LinkedHashMap<>();
    for (BoundExpression condition : or.conditions()) {
      Membership membership = membership(condition);
      lists
          .computeIfAbsent(membership.value(), value -> new ArrayList<>())
          .addAll(membership.items());
    }
    if (lists.size() == or.conditions().size()) {
      return or;
    }
    List<BoundExpression> conditions = new ArrayList<>();
    lists.forEach(
        (value, items) -> conditions.add(items.isEmpty() ? value : new InList(value, items)));
    return conditions.size() == 1 ? conditions.get(0) : new Or(conditions);
  }

  /** Some values that one is compared with; a condition of another kind stands for itself. */
  private record Membership(BoundExpression value, List<BoundExpression> items) {}

  private static Membership membership(BoundExpression condition) {
    if (condition instanceof InList in && in.list().stream().allMatch(Constant.class::isInstance)) {
      return new Membership(in.value(), in.list());
    }
    if (condition instanceof Call call && call.name().equals("=")) {
      BoundExpression left = call.arguments().get(0);
      BoundExpression right = call.arguments().get(1);
      if (right instanceof Constant && SameStorage.of(left.type(), right.type())) {
        return new Membership(left, List.of(right));
      }
      if (left instanceof Constant && SameStorage.of(left.type(), right.type())) {
        return new Membership(right, List.of(left));
      }
    }
    return new Membership(condition, List.of());
  }
}
