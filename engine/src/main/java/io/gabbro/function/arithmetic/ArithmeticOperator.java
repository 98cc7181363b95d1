package io.gabbro.function.arithmetic;

/** The arithmetic operators that cannot divide by zero. */
enum ArithmeticOperator {
  ADD,
  SUBTRACT,
  MULTIPLY
}
