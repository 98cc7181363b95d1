package io.gabbro.parser;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;

/**
 * Turns a flat chain of operands and operators into a tree by precedence, with two stacks
 * (Dijkstra's shunting-yard algorithm). All operators are left-associative.
 */
final class ArithmeticChain {
  private final Deque<Expression> operands = new ArrayDeque<>();
  private final Deque<Token> operators = new ArrayDeque<>();

  void operand(Expression operand) {
    operands.push(operand);
  }

  void operator(Token operator) {
    int precedence = precedence(operator);
    while (!operators.isEmpty() && precedence(operators.peek()) >= precedence) {
      reduce();
    }
    operators.push(operator);
  }

  /** The tree, once all operands and operators were given. */
  Expression tree() {
    while (!operators.isEmpty()) {
      reduce();
    }
    return operands.pop();
  }

  private void reduce() {
    Token operator = operators.pop();
    BinaryOperator binary = Operators.binary(operator);
    Expression right = operands.pop();
    Expression left = operands.pop();
    operands.push(new Expression.Binary(Tokens.position(operator), binary, left, right));
  }

  private static int precedence(Token operator) {
    return Precedence.of(Operators.binary(operator));
  }
}
