package io.gabbro.parser;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import io.gabbro.ast.UnaryOperator;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser;
import io.gabbro.grammar.GabbroParser.ArithmeticContext;
import io.gabbro.grammar.GabbroParser.BooleanTermContext;
import io.gabbro.grammar.GabbroParser.ComparisonOperatorContext;
import io.gabbro.grammar.GabbroParser.ConjunctionContext;
import io.gabbro.grammar.GabbroParser.ExpressionContext;
import io.gabbro.grammar.GabbroParser.FactorContext;
import io.gabbro.grammar.GabbroParser.PredicateContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Builds expressions. The methods follow the rules of the grammar from the weakest operator to the
 * strongest; each chain is a loop, so that only nesting recurses. One instance serves one
 * statement.
 */
final class ExpressionBuilder {
  private final PredicateBuilder predicates = new PredicateBuilder(this);
  private final PrimaryBuilder primaries;
  private int depth;

  ExpressionBuilder(StatementTokens tokens) {
    primaries = new PrimaryBuilder(this, tokens);
  }

  /** Builds any expression. */
  Expression expression(ExpressionContext context) {
    if (context.getChildCount() == 1) {
      return conjunction((ConjunctionContext) context.getChild(0));
    }
    int levels = enter(context, LogicalChain.depth((context.getChildCount() + 1) / 2));
    List<Expression> terms = new ArrayList<>();
    List<SourcePosition> operators = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof ConjunctionContext conjunction) {
        terms.add(conjunction(conjunction));
      } else {
        operators.add(Tokens.position(token(child)));
      }
    }
    leave(levels);
    return LogicalChain.combine(BinaryOperator.OR, terms, operators);
  }

  private Expression conjunction(ConjunctionContext context) {
    if (context.getChildCount() == 1) {
      return booleanTerm((BooleanTermContext) context.getChild(0));
    }
    int levels = enter(context, LogicalChain.depth((context.getChildCount() + 1) / 2));
    List<Expression> terms = new ArrayList<>();
    List<SourcePosition> operators = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof BooleanTermContext term) {
        terms.add(booleanTerm(term));
      } else {
        operators.add(Tokens.position(token(child)));
      }
    }
    leave(levels);
    return LogicalChain.combine(BinaryOperator.AND, terms, operators);
  }

  private Expression booleanTerm(BooleanTermContext context) {
    if (context.getChildCount() == 1) {
      return predicate((PredicateContext) context.getChild(0));
    }
    int comparisons = context.comparisonOperator() == null ? 0 : 1;
    int levels = enter(context, context.NOT().size() + comparisons + context.truthTest().size());
    Expression term = comparison(context.predicate(), context.comparisonOperator());
    for (GabbroParser.TruthTestContext test : context.truthTest()) {
      term = predicates.truthTest(term, test);
    }
    term = prefixed(context.NOT(), term);
    leave(levels);
    return term;
  }

  /**
   * Builds a comparison, or its left side alone.
   *
   * @param sides one side or two
   * @param operator null where there is one side
   */
  Expression comparison(List<PredicateContext> sides, ComparisonOperatorContext operator) {
    Expression left = predicate(sides.get(0));
    if (operator == null) {
      return left;
    }
    Token token = operator.getStart();
    return new Expression.Binary(
        Tokens.position(token), Operators.binary(token), left, predicate(sides.get(1)));
  }

  private Expression predicate(PredicateContext context) {
    ArithmeticContext value = (ArithmeticContext) context.getChild(0);
    if (context.getChildCount() == 1) {
      return arithmetic(value);
    }
    int levels = enter(context, 1);
    Expression predicate = predicates.condition(arithmetic(value), context.condition());
    leave(levels);
    return predicate;
  }

  /** Builds an expression without boolean operators, unless they stand in parentheses. */
  Expression arithmetic(ArithmeticContext context) {
    if (context.getChildCount() == 1) {
      return factor((FactorContext) context.getChild(0));
    }
    int levels = enter(context, context.getChildCount() / 2);
    ArithmeticChain chain = new ArithmeticChain();
    for (ParseTree child : context.children) {
      if (child instanceof FactorContext factor) {
        chain.operand(factor(factor));
      } else {
        chain.operator(token(child));
      }
    }
    leave(levels);
    return chain.tree();
  }

  private Expression factor(FactorContext context) {
    if (context.getChildCount() == 1) {
      return primaries.visit(context.getChild(0));
    }
    int casts = context.dataType().size();
    int levels = enter(context, context.getChildCount() - 1 - casts);
    Expression factor = primaries.visit(context.primary());
    for (int i = 0; i < casts; i++) {
      factor =
          new Expression.Cast(
              Tokens.position(context.DOUBLE_COLON(i).getSymbol()),
              factor,
              TypeNames.of(context.dataType(i)));
    }
    List<TerminalNode> signs = new ArrayList<>();
    for (int i = 0; context.getChild(i) instanceof TerminalNode sign; i++) {
      signs.add(sign);
    }
    factor = prefixed(signs, factor);
    leave(levels);
    return factor;
  }

  private static Expression prefixed(List<TerminalNode> operators, Expression operand) {
    Expression result = operand;
    for (int i = operators.size() - 1; i >= 0; i--) {
      Token operator = operators.get(i).getSymbol();
      UnaryOperator unary = Operators.unary(operator);
      result = new Expression.Unary(Tokens.position(operator), unary, result);
    }
    return result;
  }

  /** Builds all of a list. */
  List<Expression> expressions(List<ExpressionContext> contexts) {
    List<Expression> expressions = new ArrayList<>(contexts.size());
    for (ExpressionContext context : contexts) {
      expressions.add(expression(context));
    }
    return expressions;
  }

  /** Builds the number of FETCH FIRST. */
  Expression fetchCount(GabbroParser.FetchCountContext context) {
    return context.constant() != null
        ? primaries.visit(context.constant())
        : expression(context.expression());
  }

  /** Builds one item of an IN list. */
  Expression listItem(GabbroParser.ListItemContext context) {
    return context.constant() != null
        ? primaries.visit(context.constant())
        : expression(context.expression());
  }

  /** Builds one item of a row of VALUES. */
  Expression rowItem(GabbroParser.RowItemContext context) {
    if (context.DEFAULT() != null) {
      return new Expression.DefaultValue(Tokens.position(context.getStart()));
    }
    return context.constant() != null
        ? primaries.visit(context.constant())
        : expression(context.expression());
  }

  /**
   * Goes down so many levels of the tree.
   *
   * @return {@code levels}, for {@link #leave}
   * @throws GabbroException STATEMENT_TOO_COMPLEX when that is deeper than {@link Limits#DEPTH}
   */
  int enter(ParserRuleContext context, int levels) {
    depth += levels;
    if (depth > Limits.DEPTH) {
      throw GabbroException.at(
          Tokens.position(context.getStart()),
          ErrorCode.STATEMENT_TOO_COMPLEX,
          "the expression is deeper than the limit of " + Limits.DEPTH + " operators");
    }
    return levels;
  }

  /** Comes back from {@link #enter}. */
  void leave(int levels) {
    depth -= levels;
  }

  private static Token token(ParseTree terminal) {
    return ((TerminalNode) terminal).getSymbol();
  }
}
