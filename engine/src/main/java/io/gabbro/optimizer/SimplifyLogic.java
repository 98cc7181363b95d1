package io.gabbro.optimizer;

import static io.gabbro.optimizer.Conditions.FALSE;
import static io.gabbro.optimizer.Conditions.TRUE;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.And;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.BoundExpression.IsNull;
import io.gabbro.plan.BoundExpression.Not;
import io.gabbro.plan.BoundExpression.Or;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Flattens AND and OR, leaves out what decides nothing, and moves NOT inwards.
 *
 * <pre>
 * a AND (b AND TRUE)  →  a AND b
 * a OR TRUE           →  TRUE
 * NOT (a AND b)       →  NOT a OR NOT b
 * NOT NOT a           →  a
 * 1 IS NULL           →  FALSE
 * </pre>
 */
final class SimplifyLogic implements ExpressionRule {
  @Override
  public BoundExpression apply(BoundExpression expression) {
    if (expression instanceof And and) {
      return simplify(and, and.conditions(), TRUE, FALSE, And::new);
    }
    if (expression instanceof Or or) {
      return simplify(or, or.conditions(), FALSE, TRUE, Or::new);
    }
    if (expression instanceof Not not) {
      return negate(not);
    }
    return expression instanceof IsNull isNull && isNull.value() instanceof Constant constant
        ? truth(constant.value() == null)
        : expression;
  }

  /**
   * A chain of one operator.
   *
   * @param neutral the constant that changes nothing
   * @param decisive the constant that decides all
   */
  private static BoundExpression simplify(
      BoundExpression whole,
      List<BoundExpression> conditions,
      Constant neutral,
      Constant decisive,
      Function<List<BoundExpression>, BoundExpression> chain) {
    Set<BoundExpression> kept = new LinkedHashSet<>();
    boolean same = true;
    for (BoundExpression condition : conditions) {
      if (condition.getClass() == whole.getClass()) {
        kept.addAll(condition.operands());
        same = false;
      } else if (condition.equals(neutral)) {
        same = false;
      } else {
        same &= kept.add(condition);
      }
    }
    if (kept.contains(decisive)) {
      return decisive;
    }
    return switch (kept.size()) {
      case 0 -> neutral;
      case 1 -> kept.iterator().next();
      default -> same ? whole : chain.apply(List.copyOf(kept));
    };
  }

  private static BoundExpression negate(Not not) {
    BoundExpression condition = not.condition();
    if (condition instanceof Constant constant) {
      return constant.value() == null ? constant : truth(!(Boolean) constant.value());
    }
    if (condition instanceof Not inner) {
      return inner.condition();
    }
    if (condition instanceof And and) {
      return new Or(negated(and.conditions()));
    }
    return condition instanceof Or or ? new And(negated(or.conditions())) : not;
  }

  private static List<BoundExpression> negated(List<BoundExpression> conditions) {
    return conditions.stream().map(c -> negate(new Not(c))).toList();
  }

  private static Constant truth(boolean value) {
    return value ? TRUE : FALSE;
  }
}
