package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Aggregate;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the columns of a projection right where they are used by another projection or by
 * groups, unless that would compute one of them twice.
 *
 * <pre>
 * Project x + 1 AS y
 *   Project a * b AS x  →  Project a * b + 1 AS y
 * </pre>
 */
final class MergeAdjacentProjects implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    boolean computes = node instanceof Project || node instanceof Aggregate;
    if (!computes || !(node.inputs().get(0) instanceof Project inner)) {
      return node;
    }
    Map<Integer, BoundExpression> values = References.values(inner.projections());
    Map<Integer, Integer> uses = uses(node);
    for (Projection projection : inner.projections()) {
      int count = uses.getOrDefault(projection.output().id(), 0);
      if (count > 1 && !isCheap(projection.value())) {
        return node;
      }
    }
    LogicalPlan replaced =
        NodeExpressions.map(node, expression -> References.replace(expression, values));
    return replaced.withInputs(List.of(inner.input()));
  }

  private static boolean isCheap(BoundExpression value) {
    return value.operands().isEmpty() && !(value instanceof Call);
  }

  /** How often each column is used by a node. */
  private static Map<Integer, Integer> uses(LogicalPlan node) {
    Map<Integer, Integer> uses = new HashMap<>();
    NodeExpressions.forEach(node, expression -> count(expression, uses));
    return uses;
  }

  private static void count(BoundExpression expression, Map<Integer, Integer> uses) {
    if (expression instanceof ColumnReference column) {
      uses.merge(column.id(), 1, Integer::sum);
    }
    expression.operands().forEach(operand -> count(operand, uses));
  }
}
