package io.gabbro.session;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.SelectItem;
import io.gabbro.ast.Statement;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableBuilder;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Adds RETURNING to a statement whose generated keys the caller asks for. */
final class GeneratedKeys {
  private GeneratedKeys() {}

  /**
   * The statement with RETURNING; unchanged when it is none of INSERT, UPDATE and DELETE or has
   * RETURNING already.
   *
   * @param columns the columns to return; empty for the primary key, the columns with a default,
   *     and the hidden row id
   */
  static Statement addReturning(
      Statement statement, List<String> columns, CatalogSnapshot catalog) {
    if (statement instanceof Statement.Insert insert && insert.returning().isEmpty()) {
      return new Statement.Insert(
          insert.position(),
          insert.table(),
          insert.columns(),
          insert.source(),
          items(insert.table(), columns, catalog));
    }
    if (statement instanceof Statement.Update update && update.returning().isEmpty()) {
      return new Statement.Update(
          update.position(),
          update.table(),
          update.alias(),
          update.assignments(),
          update.where(),
          items(update.table(), columns, catalog));
    }
    if (statement instanceof Statement.Delete delete && delete.returning().isEmpty()) {
      return new Statement.Delete(
          delete.position(),
          delete.table(),
          delete.alias(),
          delete.where(),
          items(delete.table(), columns, catalog));
    }
    return statement;
  }

  private static List<SelectItem> items(
      QualifiedName name, List<String> wanted, CatalogSnapshot catalog) {
    Optional<TableDefinition> table = catalog.table(TableBuilder.nameOf(name));
    List<String> columns =
        wanted.isEmpty() ? table.map(GeneratedKeys::generated).orElse(List.of()) : wanted;
    List<SelectItem> items = new ArrayList<>();
    for (String column : columns) {
      items.add(
          new SelectItem.Column(
              SourcePosition.START,
              new Expression.ColumnName(
                  SourcePosition.START,
                  Optional.empty(),
                  new Identifier(SourcePosition.START, spelling(column, table))),
              Optional.empty()));
    }
    return items;
  }

  private static List<String> generated(TableDefinition table) {
    Set<String> names = new LinkedHashSet<>();
    for (KeyColumn key : table.primaryKey()) {
      names.add(table.columns().get(key.column()).name());
    }
    if (table.primaryKey().isEmpty()) {
      names.add(table.format().isMapped() ? "_key" : TableDefinition.ROW_ID);
    }
    for (Column column : table.columns()) {
      if (column.defaultSql().isPresent()) {
        names.add(column.name());
      }
    }
    return List.copyOf(names);
  }

  /** Callers often write names in another case: the name as it stands, if a column has it. */
  private static String spelling(String column, Optional<TableDefinition> table) {
    boolean exact = table.map(definition -> definition.indexOf(column) >= 0).orElse(true);
    return exact ? column : column.toLowerCase(Locale.ROOT);
  }
}
