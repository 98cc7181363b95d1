package io.gabbro.session;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.SystemScan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Computes the rows of system tables, as they are at this moment. */
final class SystemTables {
  private final SharedDatabase database;
  private final CatalogSnapshot catalog;

  SystemTables(SharedDatabase database, CatalogSnapshot catalog) {
    this.database = database;
    this.catalog = catalog;
  }

  /** The statement with rows in place of its system tables. */
  BoundStatement fill(BoundStatement statement) {
    if (statement instanceof BoundStatement.Query query) {
      LogicalPlan filled = fill(query.plan());
      return filled == query.plan() ? query : new BoundStatement.Query(filled);
    } else if (statement instanceof BoundStatement.Insert insert) {
      LogicalPlan filled = fill(insert.input());
      return filled == insert.input()
          ? insert
          : new BoundStatement.Insert(
              insert.table(), filled, insert.givesKey(), insert.givesValue(), insert.returning());
    } else if (statement instanceof BoundStatement.CopyTo copy) {
      LogicalPlan filled = fill(copy.plan());
      return filled == copy.plan() ? copy : new BoundStatement.CopyTo(copy.statement(), filled);
    } else if (statement instanceof BoundStatement.Explain explain) {
      BoundStatement filled = fill(explain.statement());
      return filled == explain.statement()
          ? explain
          : new BoundStatement.Explain(explain.analyze(), filled);
    } else if (statement instanceof BoundStatement.Batch batch) {
      return new BoundStatement.Batch(batch.statements().stream().map(this::fill).toList());
    }
    return statement;
  }

  private LogicalPlan fill(LogicalPlan plan) {
    if (plan instanceof SystemScan scan) {
      return new LogicalPlan.Values(scan.output(), rows(scan));
    }
    List<LogicalPlan> inputs = plan.inputs();
    if (inputs.isEmpty()) {
      return plan;
    }
    List<LogicalPlan> filled = new ArrayList<>(inputs.size());
    boolean changed = false;
    for (LogicalPlan input : inputs) {
      filled.add(fill(input));
      changed |= filled.get(filled.size() - 1) != input;
    }
    return changed ? plan.withInputs(filled) : plan;
  }

  private List<List<BoundExpression>> rows(SystemScan scan) {
    List<Object[]> rows =
        switch (scan.table()) {
          case COLUMN_FAMILIES -> columnFamilies();
        };
    return rows.stream().map(row -> constants(scan.output(), row)).toList();
  }

  private static List<BoundExpression> constants(List<PlanColumn> columns, Object[] values) {
    List<BoundExpression> row = new ArrayList<>();
    for (int index = 0; index < values.length; index++) {
      row.add(new BoundExpression.Constant(columns.get(index).type(), values[index]));
    }
    return row;
  }

  /** Each column family with estimates of its keys and bytes, and the tables that lie in it. */
  private List<Object[]> columnFamilies() {
    Database store = database.store();
    List<Object[]> rows = new ArrayList<>();
    for (String name : store.columnFamilyNames()) {
      ColumnFamily family = store.columnFamily(name).orElseThrow();
      String tables =
          catalog.tables().stream()
              .filter(table -> table.format().columnFamily().equals(name))
              .map(table -> table.name().toString())
              .collect(Collectors.joining(", "));
      rows.add(
          new Object[] {
            name,
            store.approximateCount(family, KeyRange.all()),
            store.approximateSize(family, KeyRange.all()),
            tables,
            null
          });
    }
    store
        .unreadableColumnFamilies()
        .forEach((name, problem) -> rows.add(new Object[] {name, null, null, "", problem}));
    return rows;
  }

  /** The rows of SHOW COLUMN FAMILIES. */
  List<String[]> showColumnFamilies() {
    return columnFamilies().stream()
        .map(
            row ->
                Arrays.stream(row)
                    .map(value -> value == null ? null : value.toString())
                    .toArray(String[]::new))
        .toList();
  }
}
