package io.gabbro.ast;

/** An operator with one operand. */
public enum UnaryOperator {
  /** {@code -}. */
  NEGATE("-"),
  /** {@code +}. */
  PLUS("+"),
  /** {@code NOT}. */
  NOT("NOT");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as written. */
  public String symbol() {
    return symbol;
  }
}
