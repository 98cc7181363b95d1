package io.gabbro.parser;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.Query;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.SelectItem;
import io.gabbro.ast.TableExpression;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds queries. */
final class QueryBuilder {
  private final ExpressionBuilder expressions;

  QueryBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  /** Builds a query in which DEFAULT is no value. */
  Query query(GabbroParser.QueryContext context) {
    return query(context, false);
  }

  /**
   * Builds a query.
   *
   * @param context the query
   * @param defaults whether the rows of its VALUES may hold DEFAULT, as in INSERT
   */
  Query query(GabbroParser.QueryContext context, boolean defaults) {
    QueryTail tail = QueryTail.of(context, expressions);
    if (context.queryBody() instanceof GabbroParser.ParenthesizedQueryContext parenthesized) {
      return tail.addTo(query(parenthesized.query(), defaults));
    }
    return tail.addTo(
        new Query(
            position(context),
            body(context.queryBody(), defaults),
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private QueryBody body(GabbroParser.QueryBodyContext context, boolean defaults) {
    if (context instanceof GabbroParser.SelectContext select) {
      return select(select);
    }
    if (context instanceof GabbroParser.ValuesContext values) {
      return values(values, defaults);
    }
    GabbroParser.TableQueryContext table = (GabbroParser.TableQueryContext) context;
    return allColumns(
        position(table),
        new TableExpression.TableName(
            position(table.tableName()), Names.table(table.tableName()), Optional.empty()));
  }

  /** {@code SELECT * FROM table}. */
  static QueryBody allColumns(SourcePosition position, TableExpression table) {
    return select(position, List.of(new SelectItem.AllColumns(position, Optional.empty())), table);
  }

  /** {@code SELECT items FROM table}. */
  static QueryBody select(SourcePosition position, List<SelectItem> items, TableExpression table) {
    return new QueryBody.Select(
        position, false, items, Optional.of(table), Optional.empty(), List.of(), Optional.empty());
  }

  private QueryBody select(GabbroParser.SelectContext context) {
    Optional<TableExpression> from =
        Optional.ofNullable(context.tableExpression()).map(this::tableExpression);
    List<Expression> groupBy =
        context.groupBy() == null
            ? List.of()
            : expressions.expressions(context.groupBy().expression());
    Optional<Expression> having =
        Optional.ofNullable(context.having()).map(h -> expressions.expression(h.expression()));
    return new QueryBody.Select(
        position(context),
        context.DISTINCT() != null,
        selectItems(context.selectItem()),
        from,
        where(context.where()),
        groupBy,
        having);
  }

  /** The condition of a WHERE clause; empty where {@code context} is null. */
  Optional<Expression> where(GabbroParser.WhereContext context) {
    return Optional.ofNullable(context).map(w -> expressions.expression(w.expression()));
  }

  /** The items of RETURNING; empty where {@code context} is null. */
  List<SelectItem> returning(GabbroParser.ReturningContext context) {
    return context == null ? List.of() : selectItems(context.selectItem());
  }

  private List<SelectItem> selectItems(List<GabbroParser.SelectItemContext> contexts) {
    List<SelectItem> items = new ArrayList<>(contexts.size());
    for (GabbroParser.SelectItemContext context : contexts) {
      items.add(selectItem(context));
    }
    return items;
  }

  private SelectItem selectItem(GabbroParser.SelectItemContext context) {
    SourcePosition position = position(context);
    if (context instanceof GabbroParser.SelectExpressionContext column) {
      Expression expression = expressions.expression(column.expression());
      return new SelectItem.Column(position, expression, Names.alias(column.columnAlias()));
    }
    Optional<Identifier> table =
        context instanceof GabbroParser.AllColumnsOfTableContext all
            ? Optional.of(Names.identifier(all.name()))
            : Optional.empty();
    return new SelectItem.AllColumns(position, table);
  }

  private TableExpression tableExpression(GabbroParser.TableExpressionContext context) {
    if (context instanceof GabbroParser.NamedTableContext named) {
      return namedTable(named);
    }
    GabbroParser.DerivedTableContext derived = (GabbroParser.DerivedTableContext) context;
    return new TableExpression.DerivedTable(
        position(derived),
        query(derived.query()),
        Names.alias(derived.tableAlias()),
        Names.columns(derived.columnList()));
  }

  /** A table whose columns are renamed is the derived table that selects all of them. */
  private static TableExpression namedTable(GabbroParser.NamedTableContext context) {
    SourcePosition position = position(context);
    Optional<Identifier> alias = Names.alias(context.tableAlias());
    if (context.columnList() == null) {
      return new TableExpression.TableName(position, Names.table(context.tableName()), alias);
    }
    TableExpression table =
        new TableExpression.TableName(position, Names.table(context.tableName()), Optional.empty());
    Query query =
        new Query(
            position, allColumns(position, table), List.of(), Optional.empty(), Optional.empty());
    return new TableExpression.DerivedTable(
        position, query, alias, Names.columns(context.columnList()));
  }

  private QueryBody values(GabbroParser.ValuesContext context, boolean defaults) {
    List<List<Expression>> rows = new ArrayList<>();
    for (GabbroParser.RowContext row : context.row()) {
      List<Expression> values = row(row, defaults);
      if (!rows.isEmpty() && rows.get(0).size() != values.size()) {
        throw GabbroException.at(
            position(row),
            ErrorCode.COLUMN_COUNT_MISMATCH,
            "the rows of VALUES must have the same number of values: the first one has "
                + rows.get(0).size()
                + ", row "
                + (rows.size() + 1)
                + " has "
                + values.size());
      }
      rows.add(values);
    }
    return new QueryBody.Values(position(context), rows);
  }

  private List<Expression> row(GabbroParser.RowContext context, boolean defaults) {
    List<GabbroParser.RowItemContext> items = context.rowItem();
    List<Expression> values = new ArrayList<>(items.size());
    for (GabbroParser.RowItemContext item : items) {
      if (item.DEFAULT() != null && !defaults) {
        throw SyntaxError.at(item.getStart(), "DEFAULT is a value of INSERT and UPDATE only");
      }
      values.add(expressions.rowItem(item));
    }
    return values;
  }

  private static SourcePosition position(ParserRuleContext context) {
    return Tokens.position(context.getStart());
  }
}
