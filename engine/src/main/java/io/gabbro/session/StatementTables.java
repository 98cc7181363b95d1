package io.gabbro.session;

import io.gabbro.catalog.TableDefinition;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import java.util.ArrayList;
import java.util.List;

/** Finds the tables that a bound statement which changes rows reads and writes. */
final class StatementTables {
  private final List<TableDefinition> found = new ArrayList<>();

  private StatementTables() {}

  /** The tables, some more than once. */
  static List<TableDefinition> of(BoundStatement statement) {
    StatementTables tables = new StatementTables();
    tables.add(statement);
    return tables.found;
  }

  private void add(BoundStatement statement) {
    if (statement instanceof BoundStatement.Insert insert) {
      found.add(insert.table());
      add(insert.input());
    } else if (statement instanceof BoundStatement.Update update) {
      found.add(update.table());
    } else if (statement instanceof BoundStatement.Delete delete) {
      found.add(delete.table());
    } else if (statement instanceof BoundStatement.CopyFrom copy) {
      found.add(copy.table());
    } else if (statement instanceof BoundStatement.CopyTo copy) {
      add(copy.plan());
    } else if (statement instanceof BoundStatement.Batch batch) {
      batch.statements().forEach(this::add);
    }
  }

  private void add(LogicalPlan plan) {
    if (plan instanceof LogicalPlan.TableScan scan) {
      found.add(scan.table());
    }
    plan.inputs().forEach(this::add);
  }
}
