package io.gabbro.plan;

import io.gabbro.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;

/** A node of a logical plan: a tree that yields rows. Immutable. */
public sealed interface LogicalPlan {
  /** The columns that it yields, in order. */
  List<PlanColumn> output();

  /** The nodes that it reads, in order. */
  List<LogicalPlan> inputs();

  /** The same node over other inputs, as many as {@link #inputs} has. */
  LogicalPlan withInputs(List<LogicalPlan> inputs);

  /** Rows that are written in the statement; one row without columns for SELECT without FROM. */
  record Values(List<PlanColumn> output, List<List<BoundExpression>> rows) implements LogicalPlan {
    /** Copies the lists. */
    public Values {
      output = List.copyOf(output);
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of();
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return this;
    }
  }

  /** The rows of a system table; they are put in its place as {@link Values} before execution. */
  record SystemScan(SystemTable table, List<PlanColumn> output) implements LogicalPlan {
    /** Copies the list. */
    public SystemScan {
      output = List.copyOf(output);
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of();
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return this;
    }
  }

  /**
   * The rows of a table that match a condition.
   *
   * @param table the table
   * @param columns the columns to read
   * @param access the keys to look at
   * @param filter a condition on any columns of the table in {@code columns}, empty for none
   * @param order the order in which it must yield the rows
   */
  record TableScan(
      TableDefinition table,
      List<ScanColumn> columns,
      KeyAccess access,
      Optional<BoundExpression> filter,
      KeyOrder order)
      implements LogicalPlan {
    /** Copies the list. */
    public TableScan {
      columns = List.copyOf(columns);
    }

    /** A scan in any order. */
    public TableScan(
        TableDefinition table,
        List<ScanColumn> columns,
        KeyAccess access,
        Optional<BoundExpression> filter) {
      this(table, columns, access, filter, KeyOrder.ANY);
    }

    @Override
    public List<PlanColumn> output() {
      return columns.stream().map(ScanColumn::output).toList();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of();
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return this;
    }

    /**
     * A column to read.
     *
     * @param output the column that it yields
     * @param column its position in the table, or {@link
     *     io.gabbro.serializer.RowDecoder#KEY_COLUMN}, {@link
     *     io.gabbro.serializer.RowDecoder#VALUE_COLUMN}
     */
    public record ScanColumn(PlanColumn output, int column) {}
  }

  /** The rows for which a condition is true. */
  record Filter(LogicalPlan input, BoundExpression condition) implements LogicalPlan {
    @Override
    public List<PlanColumn> output() {
      return input.output();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Filter(inputs.get(0), condition);
    }
  }

  /** One computed row for each row. */
  record Project(LogicalPlan input, List<Projection> projections) implements LogicalPlan {
    /** Copies the list. */
    public Project {
      projections = List.copyOf(projections);
    }

    @Override
    public List<PlanColumn> output() {
      return projections.stream().map(Projection::output).toList();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Project(inputs.get(0), projections);
    }

    /** One column of the result. */
    public record Projection(PlanColumn output, BoundExpression value) {}
  }

  /**
   * One row for each group; without keys, one row in all. With keys and without aggregates it is
   * DISTINCT.
   */
  record Aggregate(LogicalPlan input, List<Project.Projection> keys, List<AggregateCall> aggregates)
      implements LogicalPlan {
    /** Copies the lists. */
    public Aggregate {
      keys = List.copyOf(keys);
      aggregates = List.copyOf(aggregates);
    }

    @Override
    public List<PlanColumn> output() {
      return java.util.stream.Stream.concat(
              keys.stream().map(Project.Projection::output),
              aggregates.stream().map(AggregateCall::output))
          .toList();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Aggregate(inputs.get(0), keys, aggregates);
    }
  }

  /** All rows in an order. */
  record Sort(LogicalPlan input, List<SortKey> keys) implements LogicalPlan {
    /** Copies the list. */
    public Sort {
      keys = List.copyOf(keys);
    }

    @Override
    public List<PlanColumn> output() {
      return input.output();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Sort(inputs.get(0), keys);
    }
  }

  /**
   * Some rows of the beginning. The expressions have no columns and type BIGINT; NULL means none.
   */
  record Limit(LogicalPlan input, Optional<BoundExpression> limit, Optional<BoundExpression> offset)
      implements LogicalPlan {
    @Override
    public List<PlanColumn> output() {
      return input.output();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Limit(inputs.get(0), limit, offset);
    }
  }

  /** Sort and Limit in one: keeps only the rows that can still be in the result. */
  record TopN(
      LogicalPlan input,
      List<SortKey> keys,
      BoundExpression limit,
      Optional<BoundExpression> offset)
      implements LogicalPlan {
    /** Copies the list. */
    public TopN {
      keys = List.copyOf(keys);
    }

    @Override
    public List<PlanColumn> output() {
      return input.output();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new TopN(inputs.get(0), keys, limit, offset);
    }
  }
}
