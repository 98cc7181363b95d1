package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for columns in expressions, and replaces them. */
final class References {
  private References() {}

  /** Adds the columns of an expression to a set. */
  static void collect(BoundExpression expression, Set<Integer> columns) {
    if (expression instanceof ColumnReference reference) {
      columns.add(reference.id());
    }
    expression.operands().forEach(operand -> collect(operand, columns));
  }

  /** Whether an expression has no columns, so that one value holds for all rows. */
  static boolean isRowIndependent(BoundExpression expression) {
    return !expression.contains(ColumnReference.class::isInstance) && !isVolatile(expression);
  }

  /** Whether an expression may give another value each time, so that it must stay where it is. */
  static boolean isVolatile(BoundExpression expression) {
    return expression.contains(
        part -> part instanceof Call call && VolatileFunctions.contains(call));
  }

  /** What each column of a list is computed from. */
  static Map<Integer, BoundExpression> values(List<Projection> projections) {
    Map<Integer, BoundExpression> values = new HashMap<>();
    projections.forEach(projection -> values.put(projection.output().id(), projection.value()));
    return values;
  }

  /** An expression with columns replaced by what they are computed from. */
  static BoundExpression replace(BoundExpression expression, Map<Integer, BoundExpression> values) {
    return expression instanceof ColumnReference reference
        ? values.getOrDefault(reference.id(), expression)
        : expression.mapOperands(operand -> replace(operand, values));
  }
}
