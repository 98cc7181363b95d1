package io.gabbro.execution.parallel;

import io.gabbro.catalog.KeyColumn;
import io.gabbro.column.ColumnView;
import io.gabbro.execution.BadRows;
import io.gabbro.execution.Cancellation;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.ExecutionFixture;
import io.gabbro.execution.Expressions;
import io.gabbro.execution.MemoryBudget;
import io.gabbro.execution.Operator;
import io.gabbro.execution.RowsOperator;
import io.gabbro.execution.SimpleTable;
import io.gabbro.execution.StoreFixture;
import io.gabbro.execution.TestAggregates;
import io.gabbro.execution.WorkerPool;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.execution.spill.SpillDirectory;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.KeyAccess;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.storage.Durability;
import io.gabbro.storage.WriteBatch;
import io.gabbro.type.SqlType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table that is scanned in parallel, and plans over it. */
final class ParallelFixture implements AutoCloseable {
  static final int ROWS = 60_000;

  private final SimpleTable table =
      new SimpleTable(List.of(SqlType.BIGINT, SqlType.TEXT), List.of(new KeyColumn(0, false)));
  private final StoreFixture store = new StoreFixture();
  private final Path directory;

  ParallelFixture(Path directory) {
    this.directory = directory;
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      rows.add(List.of((long) row, "text " + row % 10));
    }
    table.write(store.database(), rows);
  }

  ExecutionContext context(WorkerPool pool, long memory) {
    return new ExecutionContext(
        store,
        ColumnView.NONE,
        ExecutionFixture.noParameters(),
        ExecutionFixture.EVALUATION,
        new Cancellation(),
        new MemoryBudget(memory),
        pool,
        SpillDirectory.at(directory),
        new BadRows(BadRows.Policy.ERROR));
  }

  TableScan scan() {
    return new TableScan(
        table.definition(), table.scanColumns(), KeyAccess.all(), Optional.empty());
  }

  BoundExpression number() {
    return table.scanColumns().get(0).output().reference();
  }

  BoundExpression text() {
    return table.scanColumns().get(1).output().reference();
  }

  /** Numbers whose text is {@code text 3}, plus one. */
  LogicalPlan pipeline() {
    LogicalPlan filter =
        new LogicalPlan.Filter(
            scan(), Expressions.compare(text(), "=", Expressions.constant(SqlType.TEXT, "text 3")));
    return new LogicalPlan.Project(
        filter,
        List.of(
            new Projection(
                Expressions.column(90, SqlType.BIGINT),
                Expressions.add(number(), Expressions.constant(1)))));
  }

  /** Rows for each value of an expression. */
  LogicalPlan countBy(BoundExpression key) {
    return new LogicalPlan.Aggregate(
        scan(),
        List.of(new Projection(Expressions.column(91, key.type()), key)),
        List.of(TestAggregates.count(92)));
  }

  void damageRow(long number) {
    WriteBatch batch = new WriteBatch();
    batch.put(store.family("gabbro.rows"), table.key(List.of(number, "")), new byte[] {3});
    store.database().write(batch, Durability.NONE);
  }

  Operator open(ExecutionContext context, LogicalPlan plan) {
    return new PhysicalPlanner(context).withParallelRows(0).plan(plan);
  }

  List<List<Object>> readAll(ExecutionContext context, LogicalPlan plan) {
    try (Operator operator = open(context, plan)) {
      return RowsOperator.readAll(operator, types(plan));
    }
  }

  List<List<Object>> readSerially(ExecutionContext context, LogicalPlan plan) {
    try (Operator operator = new PhysicalPlanner(context).serial().plan(plan)) {
      return RowsOperator.readAll(operator, types(plan));
    }
  }

  private static List<SqlType> types(LogicalPlan plan) {
    return plan.output().stream().map(PlanColumn::type).toList();
  }

  int openCursors() {
    return store.openCursors();
  }

  int cursors() {
    return store.cursors();
  }

  @Override
  public void close() {
    store.close();
  }
}
