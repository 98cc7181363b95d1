package io.gabbro.function.comparison;

/** The six comparisons, each expressed by "equal" or by "less". */
public enum ComparisonOperator {
  /** {@code =}. */
  EQUAL("=", true, false, false),
  /** {@code <>}: not equal. */
  NOT_EQUAL("<>", true, false, true),
  /** {@code <}. */
  LESS("<", false, false, false),
  /** {@code <=}: not greater. */
  LESS_OR_EQUAL("<=", false, true, true),
  /** {@code >}: less with the sides swapped. */
  GREATER(">", false, true, false),
  /** {@code >=}: not less. */
  GREATER_OR_EQUAL(">=", false, false, true);

  private final String symbol;
  private final boolean equality;
  private final boolean swapped;
  private final boolean negated;

  ComparisonOperator(String symbol, boolean equality, boolean swapped, boolean negated) {
    this.symbol = symbol;
    this.equality = equality;
    this.swapped = swapped;
    this.negated = negated;
  }

  /** The operator as written. */
  public String symbol() {
    return symbol;
  }

  /** Whether it rests on "equal" rather than on "less". */
  boolean isEquality() {
    return equality;
  }

  /** Whether the sides change places first. */
  boolean isSwapped() {
    return swapped;
  }

  /** Whether the result is turned round. */
  boolean isNegated() {
    return negated;
  }
}
