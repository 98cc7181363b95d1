package io.gabbro.parser;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.Query;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.SelectItem;
import io.gabbro.ast.Statement;
import io.gabbro.ast.StatementOption;
import io.gabbro.ast.TableExpression;
import io.gabbro.error.SourcePosition;
import io.gabbro.grammar.GabbroParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds COPY. */
final class CopyBuilder {
  private final QueryBuilder queries;

  CopyBuilder(QueryBuilder queries) {
    this.queries = queries;
  }

  Statement table(GabbroParser.CopyTableContext context) {
    SourcePosition position = Tokens.position(context.getStart());
    QualifiedName table = Names.table(context.tableName());
    List<Identifier> columns = Names.columns(context.columnList());
    String file = Strings.value(context.file().string());
    List<StatementOption> options = options(context.copyOptions());
    return context.FROM() != null
        ? new Statement.CopyFrom(position, table, columns, file, options)
        : new Statement.CopyTo(position, query(table, columns), file, options);
  }

  private static Query query(QualifiedName name, List<Identifier> columns) {
    SourcePosition position = name.position();
    TableExpression table = new TableExpression.TableName(position, name, Optional.empty());
    List<SelectItem> items = new ArrayList<>();
    for (Identifier column : columns) {
      Expression value = new Expression.ColumnName(column.position(), Optional.empty(), column);
      items.add(new SelectItem.Column(column.position(), value, Optional.empty()));
    }
    QueryBody body =
        items.isEmpty()
            ? QueryBuilder.allColumns(position, table)
            : QueryBuilder.select(position, items, table);
    return new Query(position, body, List.of(), Optional.empty(), Optional.empty());
  }

  Statement query(GabbroParser.CopyQueryContext context) {
    return new Statement.CopyTo(
        Tokens.position(context.getStart()),
        queries.query(context.query()),
        Strings.value(context.file().string()),
        options(context.copyOptions()));
  }

  /** The options of {@code WITH (…)}; none when {@code context} is null. */
  static List<StatementOption> options(GabbroParser.CopyOptionsContext context) {
    List<StatementOption> options = new ArrayList<>();
    if (context != null) {
      for (GabbroParser.CopyOptionContext option : context.copyOption()) {
        options.add(
            new StatementOption(
                Names.identifier(option.anyWord()),
                Optional.ofNullable(option.optionValue()).map(OptionValues::text)));
      }
    }
    return options;
  }
}
