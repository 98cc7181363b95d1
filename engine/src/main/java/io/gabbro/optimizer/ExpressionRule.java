package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;

/** A change of one expression whose operands were changed already. Immutable. */
interface ExpressionRule {
  /** A simpler expression of the same value, or this very object where the rule does not fit. */
  BoundExpression apply(BoundExpression expression);
}
