package io.gabbro.execution.planner;

import io.gabbro.plan.BoundExpression;

/** Guesses which part of rows match a condition, from its form alone. */
final class ConditionSelectivity {
  private static final double EQUAL = 0.01;
  private static final double RANGE = 0.33;
  private static final double PATTERN = 0.1;
  private static final double OTHER = 0.33;

  private ConditionSelectivity() {}

  /** A number from 0 to 1. */
  static double of(BoundExpression condition) {
    if (condition instanceof BoundExpression.And and) {
      return and.conditions().stream()
          .mapToDouble(ConditionSelectivity::of)
          .reduce(1, (left, right) -> left * right);
    }
    if (condition instanceof BoundExpression.Or or) {
      return 1
          - or.conditions().stream()
              .mapToDouble(part -> 1 - of(part))
              .reduce(1, (left, right) -> left * right);
    }
    if (condition instanceof BoundExpression.Not not) {
      return 1 - of(not.condition());
    }
    if (condition instanceof BoundExpression.IsNull) {
      return EQUAL;
    }
    if (condition instanceof BoundExpression.InList in) {
      return Math.min(1, in.list().size() * EQUAL);
    }
    if (condition instanceof BoundExpression.Constant constant) {
      return Boolean.TRUE.equals(constant.value()) ? 1 : 0;
    }
    return condition instanceof BoundExpression.Call call ? of(call.name()) : OTHER;
  }

  private static double of(String operator) {
    return switch (operator) {
      case "=" -> EQUAL;
      case "<>" -> 1 - EQUAL;
      case "<", "<=", ">", ">=" -> RANGE;
      case "like", "ilike" -> PATTERN;
      default -> OTHER;
    };
  }
}
