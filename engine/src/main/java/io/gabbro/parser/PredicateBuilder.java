package io.gabbro.parser;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser.BetweenContext;
import io.gabbro.grammar.GabbroParser.ConditionContext;
import io.gabbro.grammar.GabbroParser.InListContext;
import io.gabbro.grammar.GabbroParser.LikeContext;
import io.gabbro.grammar.GabbroParser.ListItemContext;
import io.gabbro.grammar.GabbroParser.TruthTestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the conditions that are written with words: BETWEEN, IN, LIKE and IS. */
final class PredicateBuilder {
  private final ExpressionBuilder expressions;

  PredicateBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  Expression condition(Expression value, ConditionContext context) {
    SourcePosition position = Tokens.position(context.getStart());
    boolean negated = context.NOT() != null;
    if (context.between() != null) {
      BetweenContext between = context.between();
      Expression low = expressions.arithmetic(between.arithmetic(0));
      Expression high = expressions.arithmetic(between.arithmetic(1));
      return new Expression.Between(position, value, low, high, negated);
    }
    if (context.inList() != null) {
      return new Expression.InList(position, value, list(context.inList()), negated);
    }
    LikeContext like = context.like();
    Optional<Expression> escape =
        like.ESCAPE() == null
            ? Optional.empty()
            : Optional.of(expressions.arithmetic(like.arithmetic(1)));
    Expression pattern = expressions.arithmetic(like.arithmetic(0));
    return new Expression.Like(position, value, pattern, escape, like.ILIKE() != null, negated);
  }

  private List<Expression> list(InListContext context) {
    List<ListItemContext> items = context.listItem();
    List<Expression> list = new ArrayList<>(items.size());
    for (ListItemContext item : items) {
      list.add(expressions.listItem(item));
    }
    return list;
  }

  Expression truthTest(Expression value, TruthTestContext context) {
    SourcePosition position = Tokens.position(context.getStart());
    boolean negated = context.NOT() != null;
    if (context.DISTINCT() != null) {
      BinaryOperator operator = negated ? BinaryOperator.NOT_DISTINCT : BinaryOperator.DISTINCT;
      Expression other = expressions.comparison(context.predicate(), context.comparisonOperator());
      return new Expression.Binary(position, operator, value, other);
    }
    if (context.NULL() != null) {
      return new Expression.IsNull(position, value, negated);
    }
    Optional<Boolean> truth =
        context.UNKNOWN() != null ? Optional.empty() : Optional.of(context.TRUE() != null);
    return new Expression.IsBoolean(position, value, truth, negated);
  }
}
