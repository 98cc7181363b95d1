package io.gabbro.optimizer;

import io.gabbro.function.FunctionRegistry;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import java.util.List;

/** Applies all expression rules to the expressions of a node, from the leaves up. */
final class SimplifyExpressions implements PlanRule {
  private final List<ExpressionRule> rules;

  SimplifyExpressions(FunctionRegistry functions) {
    rules =
        List.of(
            new FoldConstants(),
            new SimplifyLogic(),
            new NegateComparisons(functions),
            new SimplifyConditionals(),
            new CompareWithoutCast(functions),
            new SimplifyInLists(functions),
            new TurnEqualitiesIntoInList(),
            new TurnLikeIntoComparison(functions));
  }

  @Override
  public LogicalPlan apply(LogicalPlan node) {
    return NodeExpressions.map(node, this::simplify);
  }

  /** An expression of the same value. */
  BoundExpression simplify(BoundExpression expression) {
    BoundExpression simple = expression.mapOperands(this::simplify);
    for (ExpressionRule rule : rules) {
      simple = rule.apply(simple);
    }
    return simple;
  }
}
