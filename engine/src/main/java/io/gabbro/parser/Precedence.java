package io.gabbro.parser;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import io.gabbro.ast.UnaryOperator;

/** How strongly operators bind, from the weakest to the strongest. */
final class Precedence {
  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;
  static final int IS = 4;
  static final int COMPARISON = 5;
  static final int CONDITION = 6;
  static final int CONCAT = 7;
  static final int ADDITIVE = 8;
  static final int MULTIPLICATIVE = 9;
  static final int SIGN = 10;
  static final int PRIMARY = 11;

  private Precedence() {}

  static int of(BinaryOperator operator) {
    return switch (operator) {
      case OR -> OR;
      case AND -> AND;
      case DISTINCT, NOT_DISTINCT -> IS;
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> COMPARISON;
      case CONCAT -> CONCAT;
      case ADD, SUBTRACT -> ADDITIVE;
      case MULTIPLY, DIVIDE, MODULO -> MULTIPLICATIVE;
    };
  }

  static int of(UnaryOperator operator) {
    return operator == UnaryOperator.NOT ? NOT : SIGN;
  }

  /** How strongly the outermost operator of {@code expression} binds. */
  static int of(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      return of(binary.operator());
    }
    if (expression instanceof Expression.Unary unary) {
      return of(unary.operator());
    }
    if (expression instanceof Expression.IsNull || expression instanceof Expression.IsBoolean) {
      return IS;
    }
    boolean condition =
        expression instanceof Expression.Between
            || expression instanceof Expression.InList
            || expression instanceof Expression.Like;
    return condition ? CONDITION : PRIMARY;
  }
}
