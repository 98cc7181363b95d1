package io.gabbro.parser;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Query;
import io.gabbro.ast.SortItem;
import io.gabbro.grammar.GabbroParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * What follows the body of a query: ORDER BY, LIMIT or FETCH FIRST, and OFFSET, the last two in any
 * order. It also applies to a query in parentheses that lacks those clauses.
 */
final class QueryTail {
  private final GabbroParser.QueryContext context;
  private final List<SortItem> orderBy;
  private Token limitClause;
  private Token offsetClause;
  private Expression limit;
  private Expression offset;

  private QueryTail(GabbroParser.QueryContext context, ExpressionBuilder expressions) {
    this.context = context;
    this.orderBy = SortItems.of(context.orderBy(), expressions);
    for (GabbroParser.RowLimitContext clause : context.rowLimit()) {
      add(clause, expressions);
    }
  }

  /**
   * The clauses of {@code context}.
   *
   * @throws io.gabbro.error.GabbroException SYNTAX_ERROR when one occurs twice
   */
  static QueryTail of(GabbroParser.QueryContext context, ExpressionBuilder expressions) {
    return new QueryTail(context, expressions);
  }

  private void add(GabbroParser.RowLimitContext clause, ExpressionBuilder expressions) {
    if (clause instanceof GabbroParser.OffsetContext off) {
      requireSingle("OFFSET", offsetClause == null, off.getStart());
      offsetClause = off.getStart();
      offset = expressions.expression(off.expression());
      return;
    }
    requireSingle("LIMIT", limitClause == null, clause.getStart());
    limitClause = clause.getStart();
    if (clause instanceof GabbroParser.LimitContext lim) {
      limit = lim.expression() == null ? null : expressions.expression(lim.expression());
    } else {
      GabbroParser.FetchContext fetch = (GabbroParser.FetchContext) clause;
      limit =
          fetch.fetchCount() == null
              ? new Expression.NumberLiteral(Tokens.position(clause.getStart()), "1")
              : expressions.fetchCount(fetch.fetchCount());
    }
  }

  private static void requireSingle(String clause, boolean single, Token token) {
    if (!single) {
      throw SyntaxError.at(token, "a query has one " + clause + " clause only");
    }
  }

  /** {@code query} with these clauses. */
  Query addTo(Query query) {
    if (context.orderBy() != null) {
      requireSingle("ORDER BY", query.orderBy().isEmpty(), context.orderBy().getStart());
      requireSingle(
          "LIMIT",
          query.limit().isEmpty() && query.offset().isEmpty(),
          context.orderBy().getStart());
    }
    if (limitClause != null) {
      requireSingle("LIMIT", query.limit().isEmpty(), limitClause);
    }
    if (offsetClause != null) {
      requireSingle("OFFSET", query.offset().isEmpty(), offsetClause);
    }
    return new Query(
        Tokens.position(context.getStart()),
        query.body(),
        orderBy.isEmpty() ? query.orderBy() : orderBy,
        Optional.ofNullable(limit).or(query::limit),
        Optional.ofNullable(offset).or(query::offset));
  }
}
