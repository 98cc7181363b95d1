package io.gabbro.plan.binder;

import io.gabbro.ast.Identifier;
import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.TableExpression;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.catalog.TableName;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.plan.KeyAccess;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.LogicalPlan.TableScan.ScanColumn;
import io.gabbro.plan.PlanColumn;
import io.gabbro.plan.SystemTable;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds what stands after FROM, and the tables of other statements. */
final class SourceBinder {
  /** The name of the pseudo-column that holds the key as stored. */
  static final String KEY = "_key";

  /** The name of the pseudo-column that holds the value as stored. */
  static final String VALUE = "_value";

  private final BindingContext context;

  SourceBinder(BindingContext context) {
    this.context = context;
  }

  /** A plan and the names of its columns. */
  record Source(LogicalPlan plan, Relation relation) {}

  Source bind(TableExpression expression) {
    if (expression instanceof TableExpression.TableName name) {
      Optional<SystemTable> system = systemTable(name.name());
      if (system.isPresent()) {
        return scan(system.get(), name.name(), name.alias());
      }
      return scan(table(name.name()), name.name(), name.alias());
    }
    return derived((TableExpression.DerivedTable) expression);
  }

  /**
   * The table of a name, in schema {@code public} unless the name says otherwise.
   *
   * @throws GabbroException UNDEFINED_TABLE
   */
  TableDefinition table(QualifiedName name) {
    String schema = name.schema().map(Identifier::name).orElse(TableName.DEFAULT_SCHEMA);
    return context
        .catalog()
        .table(new TableName(schema, name.name().name()))
        .orElseThrow(() -> undefined(name));
  }

  private static Optional<SystemTable> systemTable(QualifiedName name) {
    return name.schema()
        .filter(schema -> schema.name().equals(SystemTable.SCHEMA))
        .flatMap(schema -> SystemTable.find(name.name().name()));
  }

  private Source scan(SystemTable table, QualifiedName name, Optional<Identifier> alias) {
    List<PlanColumn> columns =
        table.columns().stream()
            .map(c -> context.newColumn(c.name(), c.type(), true, Optional.empty()))
            .toList();
    Relation relation =
        new Relation(
            Optional.of(alias.orElse(name.name()).name()),
            Optional.of(table.tableName()),
            columns,
            List.of(),
            List.of());
    return new Source(new LogicalPlan.SystemScan(table, columns), relation);
  }

  private GabbroException undefined(QualifiedName name) {
    List<String> known =
        context.catalog().tables().stream().map(table -> table.name().toString()).toList();
    return Hints.suggest(
        GabbroException.at(name.position(), ErrorCode.UNDEFINED_TABLE, name),
        name.toString(),
        known);
  }

  /** All columns of a table in order, then {@code _key} and {@code _value}. */
  Source scan(TableDefinition table, QualifiedName name, Optional<Identifier> alias) {
    List<ScanColumn> scanned = new ArrayList<>();
    List<PlanColumn> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      PlanColumn output = column(table, column);
      scanned.add(new ScanColumn(output, columns.size()));
      columns.add(output);
    }
    PlanColumn key = context.newColumn(KEY, SqlType.BYTEA, false, Optional.empty());
    PlanColumn value = context.newColumn(VALUE, SqlType.BYTEA, false, Optional.empty());
    scanned.add(new ScanColumn(key, RowDecoder.KEY_COLUMN));
    scanned.add(new ScanColumn(value, RowDecoder.VALUE_COLUMN));
    Relation relation =
        new Relation(
            Optional.of(alias.orElse(name.name()).name()),
            Optional.of(table.name().name()),
            columns,
            List.of(key, value),
            primaryKey(table, columns, key));
    return new Source(new TableScan(table, scanned, KeyAccess.all(), Optional.empty()), relation);
  }

  /** The columns of the primary key; a mapped table that has none has its key as bytes. */
  static List<PlanColumn> primaryKey(
      TableDefinition table, List<PlanColumn> columns, PlanColumn key) {
    return table.format().isMapped() && table.primaryKey().isEmpty()
        ? List.of(key)
        : table.primaryKey().stream().map(part -> columns.get(part.column())).toList();
  }

  /** A column of a table with a new id. */
  PlanColumn column(TableDefinition table, Column column) {
    return context.newColumn(
        column.name(),
        column.type(),
        !column.notNull(),
        Optional.of(new PlanColumn.Origin(table.name(), column.name())));
  }

  private Source derived(TableExpression.DerivedTable derived) {
    LogicalPlan plan = new QueryBinder(context).bind(derived.query(), List.of());
    List<PlanColumn> output = plan.output();
    List<Identifier> names = derived.columnAliases();
    if (names.size() > output.size()) {
      throw GabbroException.at(
          names.get(output.size()).position(),
          ErrorCode.INVALID_COLUMN_REFERENCE,
          "table \""
              + derived.alias().map(Identifier::name).orElse("")
              + "\" has "
              + output.size()
              + " columns available but "
              + names.size()
              + " columns specified");
    }
    List<PlanColumn> columns = new ArrayList<>();
    for (int index = 0; index < output.size(); index++) {
      PlanColumn column = output.get(index);
      columns.add(
          index < names.size()
              ? new PlanColumn(
                  column.id(),
                  names.get(index).name(),
                  column.type(),
                  column.nullable(),
                  column.origin())
              : column);
    }
    return new Source(
        plan,
        new Relation(
            derived.alias().map(Identifier::name),
            Optional.empty(),
            columns,
            List.of(),
            List.of()));
  }
}
