package io.gabbro.ast;

/** An operator with two operands. */
public enum BinaryOperator {
  /** {@code +}. */
  ADD("+"),
  /** {@code -}. */
  SUBTRACT("-"),
  /** {@code *}. */
  MULTIPLY("*"),
  /** {@code /}. */
  DIVIDE("/"),
  /** {@code %}. */
  MODULO("%"),
  /** {@code ||}. */
  CONCAT("||"),
  /** {@code =}. */
  EQUAL("="),
  /** {@code <>} or {@code !=}. */
  NOT_EQUAL("<>"),
  /** {@code <}. */
  LESS("<"),
  /** {@code <=}. */
  LESS_OR_EQUAL("<="),
  /** {@code >}. */
  GREATER(">"),
  /** {@code >=}. */
  GREATER_OR_EQUAL(">="),
  /** {@code IS DISTINCT FROM}. */
  DISTINCT("IS DISTINCT FROM"),
  /** {@code IS NOT DISTINCT FROM}. */
  NOT_DISTINCT("IS NOT DISTINCT FROM"),
  /** {@code AND}. */
  AND("AND"),
  /** {@code OR}. */
  OR("OR");

  private final String symbol;

  BinaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as written. */
  public String symbol() {
    return symbol;
  }
}
