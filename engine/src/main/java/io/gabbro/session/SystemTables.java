package io.gabbro.session;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.SystemScan;
import io.gabbro.plan.PlanColumn;
import java.util.ArrayList;
import java.util.List;

/** Puts the rows of system tables into plans. */
final class SystemTables {
  private final SystemRows rows;

  SystemTables(SystemRows rows) {
    this.rows = rows;
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
    return rows.of(scan.table()).stream().map(row -> constants(scan.output(), row)).toList();
  }

  private static List<BoundExpression> constants(List<PlanColumn> columns, Object[] values) {
    List<BoundExpression> row = new ArrayList<>();
    for (int index = 0; index < values.length; index++) {
      row.add(new BoundExpression.Constant(columns.get(index).type(), values[index]));
    }
    return row;
  }
}
