package io.gabbro.function.arithmetic;

import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarSignature;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;

/** The signatures of the operators on two numbers. */
final class NumericArithmetic {
  private NumericArithmetic() {}

  /** Sums, differences and products. */
  static Resolver resolver(ArithmeticOperator operator) {
    return arguments ->
        NumericOperands.of(arguments).map(operands -> signature(operator, operands));
  }

  private static ScalarSignature signature(ArithmeticOperator operator, NumericOperands operands) {
    if (operands.isDecimal()) {
      return decimal(operator, operands);
    }
    SqlType type = operands.resultType();
    if (operands.isFloating()) {
      boolean isReal = operands.isReal();
      return ScalarSignature.of(
          operands.types(), type, () -> new DoubleArithmetic(operator, isReal));
    }
    return operands.isBigint()
        ? ScalarSignature.of(operands.types(), type, () -> new LongArithmetic(operator))
        : ScalarSignature.of(operands.types(), type, () -> new IntArithmetic(operator, type));
  }

  private static ScalarSignature decimal(ArithmeticOperator operator, NumericOperands operands) {
    SqlType left = operands.left();
    SqlType right = operands.right();
    if (operator == ArithmeticOperator.MULTIPLY) {
      SqlType type = NumericTypes.product(left, right);
      return ScalarSignature.of(
          operands.types(), type, () -> new DecimalProduct(left, right, type));
    }
    SqlType type = NumericTypes.sum(left, right);
    boolean subtracts = operator == ArithmeticOperator.SUBTRACT;
    return ScalarSignature.of(
        operands.types(), type, () -> new DecimalSum(subtracts, left, right, type));
  }

  /** Quotients. */
  static Resolver quotient() {
    return arguments -> NumericOperands.of(arguments).map(NumericArithmetic::quotient);
  }

  private static ScalarSignature quotient(NumericOperands operands) {
    if (operands.isDecimal()) {
      SqlType type = NumericTypes.quotient(operands.left(), operands.right());
      return ScalarSignature.of(
          operands.types(),
          type,
          () -> new DecimalQuotient(operands.left(), operands.right(), type));
    }
    SqlType type = operands.resultType();
    if (operands.isFloating()) {
      boolean isReal = operands.isReal();
      return ScalarSignature.of(operands.types(), type, () -> new DoubleDivision(isReal));
    }
    return operands.isBigint()
        ? ScalarSignature.of(operands.types(), type, () -> new LongDivision(false))
        : ScalarSignature.of(operands.types(), type, () -> new IntDivision(type, false));
  }

  /** Remainders, of exact numbers only. */
  static Resolver remainder() {
    return arguments ->
        NumericOperands.of(arguments)
            .filter(operands -> !operands.isFloating())
            .map(NumericArithmetic::remainder);
  }

  private static ScalarSignature remainder(NumericOperands operands) {
    if (operands.isDecimal()) {
      SqlType type = NumericTypes.remainder(operands.left(), operands.right());
      return ScalarSignature.of(
          operands.types(),
          type,
          () -> new DecimalRemainder(operands.left(), operands.right(), type));
    }
    SqlType type = operands.resultType();
    return operands.isBigint()
        ? ScalarSignature.of(operands.types(), type, () -> new LongDivision(true))
        : ScalarSignature.of(operands.types(), type, () -> new IntDivision(type, true));
  }
}
