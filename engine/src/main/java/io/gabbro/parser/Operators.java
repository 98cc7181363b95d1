package io.gabbro.parser;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.UnaryOperator;
import io.gabbro.grammar.GabbroParser;
import org.antlr.v4.runtime.Token;

/** The operators that tokens stand for. */
final class Operators {
  private Operators() {}

  static BinaryOperator binary(Token token) {
    return switch (token.getType()) {
      case GabbroParser.EQUAL -> BinaryOperator.EQUAL;
      case GabbroParser.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case GabbroParser.LESS -> BinaryOperator.LESS;
      case GabbroParser.LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case GabbroParser.GREATER -> BinaryOperator.GREATER;
      case GabbroParser.GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case GabbroParser.CONCAT -> BinaryOperator.CONCAT;
      case GabbroParser.PLUS -> BinaryOperator.ADD;
      case GabbroParser.MINUS -> BinaryOperator.SUBTRACT;
      case GabbroParser.ASTERISK -> BinaryOperator.MULTIPLY;
      case GabbroParser.SLASH -> BinaryOperator.DIVIDE;
      case GabbroParser.PERCENT -> BinaryOperator.MODULO;
      default -> throw new IllegalArgumentException("no operator: " + token);
    };
  }

  static UnaryOperator unary(Token token) {
    return switch (token.getType()) {
      case GabbroParser.NOT -> UnaryOperator.NOT;
      case GabbroParser.PLUS -> UnaryOperator.PLUS;
      case GabbroParser.MINUS -> UnaryOperator.NEGATE;
      default -> throw new IllegalArgumentException("no operator: " + token);
    };
  }
}
