package io.gabbro.parser;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import io.gabbro.error.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chains of AND or OR. Both are associative, so a long chain becomes a balanced tree, which is a
 * few levels deep where the tree of a chain read from left to right would have one for each
 * operator.
 */
final class LogicalChain {
  /** Chains of up to so many terms are read from left to right. */
  static final int LONGEST_LEFT_DEEP = 32;

  private LogicalChain() {}

  /** How deep the tree of a chain with so many terms is. */
  static int depth(int terms) {
    return terms <= LONGEST_LEFT_DEEP ? terms - 1 : 32 - Integer.numberOfLeadingZeros(terms - 1);
  }

  /**
   * The tree of a chain.
   *
   * @param operator AND or OR
   * @param terms the terms, at least one
   * @param positions where the operators stand, one fewer than terms
   */
  static Expression combine(
      BinaryOperator operator, List<Expression> terms, List<SourcePosition> positions) {
    if (terms.size() > LONGEST_LEFT_DEEP) {
      return balanced(operator, terms, positions);
    }
    Expression tree = terms.get(0);
    for (int i = 1; i < terms.size(); i++) {
      tree = new Expression.Binary(positions.get(i - 1), operator, tree, terms.get(i));
    }
    return tree;
  }

  private static Expression balanced(
      BinaryOperator operator, List<Expression> terms, List<SourcePosition> positions) {
    int size = terms.size();
    if (size == 1) {
      return terms.get(0);
    }
    int middle = (size + 1) / 2;
    return new Expression.Binary(
        positions.get(middle - 1),
        operator,
        balanced(operator, terms.subList(0, middle), positions.subList(0, middle - 1)),
        balanced(operator, terms.subList(middle, size), positions.subList(middle, size - 1)));
  }

  /**
   * The terms of {@code tree} where it is exactly what {@link #combine} makes of them, so that it
   * can be written without parentheses; empty otherwise.
   *
   * @param tree a tree whose operator is AND or OR
   */
  static Optional<List<Expression>> terms(Expression.Binary tree) {
    List<Expression> terms = new ArrayList<>();
    collect(tree, tree.operator(), terms);
    boolean combined =
        terms.size() > LONGEST_LEFT_DEEP
            ? isBalanced(tree, tree.operator(), terms.size())
            : isLeftDeep(tree, tree.operator());
    return combined ? Optional.of(terms) : Optional.empty();
  }

  private static void collect(Expression tree, BinaryOperator operator, List<Expression> terms) {
    if (isChain(tree, operator)) {
      Expression.Binary binary = (Expression.Binary) tree;
      collect(binary.left(), operator, terms);
      collect(binary.right(), operator, terms);
    } else {
      terms.add(tree);
    }
  }

  private static boolean isLeftDeep(Expression tree, BinaryOperator operator) {
    Expression at = tree;
    while (at instanceof Expression.Binary binary && binary.operator() == operator) {
      if (isChain(binary.right(), operator)) {
        return false;
      }
      at = binary.left();
    }
    return true;
  }

  private static boolean isBalanced(Expression tree, BinaryOperator operator, int terms) {
    if (terms == 1) {
      return !isChain(tree, operator);
    }
    int middle = (terms + 1) / 2;
    return tree instanceof Expression.Binary binary
        && binary.operator() == operator
        && isBalanced(binary.left(), operator, middle)
        && isBalanced(binary.right(), operator, terms - middle);
  }

  private static boolean isChain(Expression expression, BinaryOperator operator) {
    return expression instanceof Expression.Binary binary && binary.operator() == operator;
  }
}
