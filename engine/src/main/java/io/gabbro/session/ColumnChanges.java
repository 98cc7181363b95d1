package io.gabbro.session;

import io.gabbro.ast.AlterAction;
import io.gabbro.ast.Identifier;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.TableBuilder;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import io.gabbro.execution.Cancellation;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.binder.Binder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** ALTER TABLE for columns: what the table is afterwards; empty when nothing changes. */
final class ColumnChanges {
  private final EmbeddedSession session;
  private final CatalogSnapshot catalog;
  private final TableDefinition table;

  ColumnChanges(EmbeddedSession session, CatalogSnapshot catalog, TableDefinition table) {
    this.session = session;
    this.catalog = catalog;
    this.table = table;
  }

  Optional<TableDefinition> add(AlterAction.AddColumn add, Predicate<TableDefinition> hasRows) {
    Identifier name = add.definition().name();
    if (table.indexOf(name.name()) >= 0) {
      if (add.ifNotExists()) {
        session.addWarnings(List.of("column \"" + name.name() + "\" already exists, skipping"));
        return Optional.empty();
      }
      throw GabbroException.at(name.position(), ErrorCode.DUPLICATE_COLUMN, name.name());
    }
    if (add.definition().primaryKey()) {
      throw GabbroException.at(
          name.position(), ErrorCode.UNSUPPORTED, "a primary key on an added column");
    }
    requireFreeColumns();
    if (table.columns().size() >= TableBuilder.MAX_COLUMNS) {
      throw GabbroException.at(
          name.position(), ErrorCode.TOO_MANY_COLUMNS, TableBuilder.MAX_COLUMNS);
    }
    Column column = TableBuilder.column(TableBuilder.nextColumnId(table), add.definition());
    Optional<String> missing =
        table.mapping().isPresent() ? Optional.empty() : missingValue(add, column);
    if (table.mapping().isEmpty() && add.definition().source().isPresent()) {
      throw GabbroException.at(
          name.position(),
          ErrorCode.INVALID_TABLE_DEFINITION,
          "column \"" + name.name() + "\": PATH and AT belong to tables with USING");
    }
    if (table.mapping().isEmpty() && column.notNull() && missing.isEmpty() && hasRows.test(table)) {
      throw GabbroException.at(
          name.position(), ErrorCode.NOT_NULL_VIOLATION, name.name(), table.name().toString());
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column.withId(column.id(), missing));
    return Optional.of(changed(columns, table.primaryKey()));
  }

  /** The default as a constant: rows that exist get the value of this moment, all the same. */
  private Optional<String> missingValue(AlterAction.AddColumn add, Column column) {
    return add.definition()
        .defaultValue()
        .map(
            expression -> {
              BoundExpression bound =
                  new Binder(catalog, session.shared().functions())
                      .bindDefault(expression, column.name(), column.type());
              return ConstantExpressions.toSql(
                  bound, column.type(), session.evaluationContext(new Cancellation()));
            })
        .filter(sql -> !sql.equals("NULL"));
  }

  Optional<TableDefinition> drop(AlterAction.DropColumn drop) {
    int index = table.indexOf(drop.name().name());
    if (index < 0) {
      if (drop.ifExists()) {
        session.addWarnings(
            List.of("column \"" + drop.name().name() + "\" does not exist, skipping"));
        return Optional.empty();
      }
      throw undefined(drop.name());
    }
    if (table.primaryKey().stream().anyMatch(part -> part.column() == index)) {
      throw GabbroException.at(
          drop.name().position(),
          ErrorCode.WRONG_OBJECT,
          "column \"" + drop.name().name() + "\" is part of the primary key");
    }
    if (table.columns().size() == 1) {
      throw GabbroException.at(
          drop.name().position(),
          ErrorCode.INVALID_TABLE_DEFINITION,
          "a table needs at least one column");
    }
    requireFreeColumns();
    List<Column> columns = new ArrayList<>(table.columns());
    columns.remove(index);
    List<KeyColumn> key =
        table.primaryKey().stream()
            .map(
                part ->
                    new KeyColumn(
                        part.column() > index ? part.column() - 1 : part.column(),
                        part.descending()))
            .toList();
    return Optional.of(changed(columns, key));
  }

  Optional<TableDefinition> rename(AlterAction.RenameColumn rename) {
    int index = table.indexOf(rename.from().name());
    if (index < 0) {
      throw undefined(rename.from());
    }
    if (table.indexOf(rename.to().name()) >= 0) {
      throw GabbroException.at(
          rename.to().position(), ErrorCode.DUPLICATE_COLUMN, rename.to().name());
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.set(index, renamed(columns.get(index), rename.to().name()));
    return Optional.of(changed(columns, table.primaryKey()));
  }

  private void requireFreeColumns() {
    table
        .mapping()
        .filter(
            mapping ->
                session
                    .shared()
                    .serializers()
                    .require(mapping.serializer())
                    .fixesColumns(mapping.options()))
        .ifPresent(
            mapping -> {
              throw new GabbroException(
                  ErrorCode.WRONG_OBJECT,
                  "the columns of table \""
                      + table.name()
                      + "\" say how its values lie; they cannot be added or dropped");
            });
  }

  private Column renamed(Column column, String name) {
    boolean isField =
        table.mapping().isPresent()
            && table.primaryKey().stream()
                .noneMatch(part -> table.columns().get(part.column()).equals(column));
    return isField ? column.renamed(name) : column.withName(name);
  }

  private TableDefinition changed(List<Column> columns, List<KeyColumn> key) {
    return session.shared().tables().withColumns(table, columns, key);
  }

  private GabbroException undefined(Identifier name) {
    GabbroException error =
        GabbroException.at(name.position(), ErrorCode.UNDEFINED_COLUMN, name.name());
    return Suggestions.closest(name.name(), table.columns().stream().map(Column::name).toList())
        .map(close -> error.withHint("did you mean \"" + close + "\"?"))
        .orElse(error);
  }
}
