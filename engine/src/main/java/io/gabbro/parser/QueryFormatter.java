package io.gabbro.parser;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.Query;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.SelectItem;
import io.gabbro.ast.TableExpression;
import java.util.List;
import java.util.Optional;

/** Writes queries. */
final class QueryFormatter {
  private final StringBuilder out;
  private final ExpressionFormatter expressions;

  QueryFormatter(StringBuilder out, ExpressionFormatter expressions) {
    this.out = out;
    this.expressions = expressions;
  }

  void query(Query query) {
    if (query.body() instanceof QueryBody.Select select) {
      select(select);
    } else {
      values((QueryBody.Values) query.body());
    }
    expressions.orderBy(" ", query.orderBy());
    expressions.write(
        () -> {
          clause(" LIMIT ", query.limit());
          clause(" OFFSET ", query.offset());
        },
        () -> {
          clause(" OFFSET ", query.offset());
          clause(" LIMIT ", query.limit());
        });
  }

  /** Writes an expression behind its keyword, or nothing without one. */
  void clause(String keyword, Optional<Expression> expression) {
    if (expression.isPresent()) {
      out.append(keyword);
      expressions.expression(expression.get());
    }
  }

  private void select(QueryBody.Select select) {
    items(select.distinct() ? "SELECT DISTINCT " : "SELECT ", select.items());
    select.from().ifPresent(this::from);
    clause(" WHERE ", select.where());
    if (!select.groupBy().isEmpty()) {
      out.append(" GROUP BY ");
      expressions.list(select.groupBy());
    }
    clause(" HAVING ", select.having());
  }

  /** Writes the items of SELECT or RETURNING behind the keyword, or nothing without items. */
  void items(String keyword, List<SelectItem> items) {
    String separator = keyword;
    for (SelectItem item : items) {
      out.append(separator);
      item(item);
      separator = ", ";
    }
  }

  private void item(SelectItem item) {
    if (item instanceof SelectItem.Column column) {
      expressions.expression(column.expression());
      alias(column.alias());
    } else {
      Optional<Identifier> table = ((SelectItem.AllColumns) item).table();
      table.ifPresent(name -> out.append(NameFormatter.name(name)).append('.'));
      out.append('*');
    }
  }

  /** Writes {@code AS alias}, or nothing without one. */
  void alias(Optional<Identifier> alias) {
    alias.ifPresent(name -> out.append(" AS ").append(NameFormatter.name(name)));
  }

  private void from(TableExpression table) {
    out.append(" FROM ");
    if (table instanceof TableExpression.TableName named) {
      out.append(NameFormatter.name(named.name()));
      alias(named.alias());
    } else {
      derivedTable((TableExpression.DerivedTable) table);
    }
  }

  private void derivedTable(TableExpression.DerivedTable table) {
    out.append('(');
    query(table.query());
    out.append(')');
    alias(table.alias());
    if (!table.columnAliases().isEmpty()) {
      out.append(" (").append(NameFormatter.names(table.columnAliases())).append(')');
    }
  }

  private void values(QueryBody.Values values) {
    String separator = "VALUES (";
    for (List<Expression> row : values.rows()) {
      out.append(separator);
      expressions.list(row);
      out.append(')');
      separator = ", (";
    }
  }
}
