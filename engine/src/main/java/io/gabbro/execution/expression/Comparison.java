package io.gabbro.execution.expression;

import java.util.Optional;

/** The comparisons that have loops of their own. */
enum Comparison {
  /** {@code =}. */
  EQUAL,
  /** {@code <>}. */
  NOT_EQUAL,
  /** {@code <}. */
  LESS,
  /** {@code <=}. */
  LESS_OR_EQUAL,
  /** {@code >}. */
  GREATER,
  /** {@code >=}. */
  GREATER_OR_EQUAL;

  /** The comparison with that name of an operator, if it is one. */
  static Optional<Comparison> ofOperator(String name) {
    return switch (name) {
      case "=" -> Optional.of(EQUAL);
      case "<>" -> Optional.of(NOT_EQUAL);
      case "<" -> Optional.of(LESS);
      case "<=" -> Optional.of(LESS_OR_EQUAL);
      case ">" -> Optional.of(GREATER);
      case ">=" -> Optional.of(GREATER_OR_EQUAL);
      default -> Optional.empty();
    };
  }

  /** What holds when this does not, for values that are not NULL. */
  Comparison negated() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> GREATER;
      case GREATER -> LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> LESS;
    };
  }

  /** The same with the operands exchanged. */
  Comparison flipped() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
    };
  }

  /** Whether it holds for the result of a comparator. */
  boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
