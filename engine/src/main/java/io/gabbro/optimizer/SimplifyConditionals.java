package io.gabbro.optimizer;

import static io.gabbro.optimizer.Conditions.TRUE;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Case;
import io.gabbro.plan.BoundExpression.Coalesce;
import io.gabbro.plan.BoundExpression.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leaves out branches of CASE and COALESCE that are never taken.
 *
 * <pre>
 * CASE WHEN FALSE THEN a WHEN TRUE THEN b ELSE c END  →  b
 * coalesce(NULL, a, 1, b)                             →  coalesce(a, 1)
 * </pre>
 */
final class SimplifyConditionals implements ExpressionRule {
  @Override
  public BoundExpression apply(BoundExpression expression) {
    if (expression instanceof Case conditional) {
      return simplify(conditional);
    }
    return expression instanceof Coalesce coalesce ? simplify(coalesce) : expression;
  }

  private static BoundExpression simplify(Case conditional) {
    List<Case.When> kept = new ArrayList<>();
    Optional<BoundExpression> otherwise = conditional.otherwise();
    for (Case.When when : conditional.whens()) {
      if (when.condition().equals(TRUE)) {
        otherwise = Optional.of(when.result());
        break;
      }
      if (!(when.condition() instanceof Constant)) {
        kept.add(when);
      }
    }
    if (kept.isEmpty()) {
      return otherwise.orElseGet(() -> new Constant(conditional.type(), null));
    }
    return kept.size() == conditional.whens().size()
        ? conditional
        : new Case(conditional.type(), kept, otherwise);
  }

  private static BoundExpression simplify(Coalesce coalesce) {
    List<BoundExpression> kept = new ArrayList<>();
    for (BoundExpression argument : coalesce.arguments()) {
      if (!(argument instanceof Constant constant)) {
        kept.add(argument);
      } else if (constant.value() != null) {
        kept.add(argument);
        break;
      }
    }
    if (kept.isEmpty()) {
      return new Constant(coalesce.type(), null);
    }
    if (kept.size() == 1) {
      return kept.get(0);
    }
    return kept.size() == coalesce.arguments().size()
        ? coalesce
        : new Coalesce(coalesce.type(), kept);
  }
}
