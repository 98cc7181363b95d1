package io.gabbro.plan;

import io.gabbro.ast.IfLocked;
import io.gabbro.ast.Statement;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.Optional;

/** A statement after binding. Immutable, and independent of parameter values. */
public sealed interface BoundStatement {
  /** A query. */
  record Query(LogicalPlan plan) implements BoundStatement {}

  /**
   * INSERT.
   *
   * @param table the table
   * @param input yields one column a column of the table, in its order and of its type, with
   *     defaults in place; behind them {@code _key} and {@code _value}, where they are given
   * @param givesKey whether {@code _key} is given
   * @param givesValue whether {@code _value} is given
   * @param returning what RETURNING computes from the inserted rows, see {@link Returning}
   */
  record Insert(
      TableDefinition table,
      LogicalPlan input,
      boolean givesKey,
      boolean givesValue,
      Optional<Returning> returning)
      implements BoundStatement {}

  /**
   * UPDATE.
   *
   * @param table the table
   * @param scan yields all columns of the table in order, then {@code _key} and {@code _value}
   * @param condition the condition of WHERE over the scan's columns, kept to look again at a row
   *     that changed while its lock was waited for; the scan applies it too
   * @param assignments the new values over the scan's columns, of the columns' types
   * @param returning what RETURNING computes from the new rows
   */
  record Update(
      TableDefinition table,
      LogicalPlan scan,
      Optional<BoundExpression> condition,
      List<Assignment> assignments,
      Optional<Returning> returning)
      implements BoundStatement {
    /** Copies the list. */
    public Update {
      assignments = List.copyOf(assignments);
    }

    /**
     * One assignment.
     *
     * @param column the position of the column in the table, or {@link
     *     io.gabbro.serializer.RowDecoder#VALUE_COLUMN}
     * @param value the new value
     */
    public record Assignment(int column, BoundExpression value) {}
  }

  /** DELETE; the parts are as those of {@link Update}; RETURNING computes from the deleted rows. */
  record Delete(
      TableDefinition table,
      LogicalPlan scan,
      Optional<BoundExpression> condition,
      Optional<Returning> returning)
      implements BoundStatement {}

  /**
   * SELECT … FOR UPDATE: locks the rows that it yields.
   *
   * @param table the table
   * @param scan yields, in the order of the result, all columns of the table, then {@code _key} and
   *     {@code _value}
   * @param condition as that of {@link Update}
   * @param ifLocked what to do about rows that others have locked
   * @param ordered whether the order of the scan counts
   * @param limit how many rows to lock behind those of {@code offset}; as in {@link
   *     LogicalPlan.Limit}
   * @param offset how many rows to lock and leave out
   * @param result what is computed from the locked rows
   */
  record LockRows(
      TableDefinition table,
      LogicalPlan scan,
      Optional<BoundExpression> condition,
      IfLocked ifLocked,
      boolean ordered,
      Optional<BoundExpression> limit,
      Optional<BoundExpression> offset,
      Returning result)
      implements BoundStatement {}

  /**
   * What RETURNING computes.
   *
   * @param rowColumns the ids under which {@code projections} know the columns of the table, in
   *     order; behind them {@code _key}, the bytes of the row's key, if a projection names it
   * @param projections the result
   */
  record Returning(List<PlanColumn> rowColumns, List<LogicalPlan.Project.Projection> projections) {
    /** Copies the lists. */
    public Returning {
      rowColumns = List.copyOf(rowColumns);
      projections = List.copyOf(projections);
    }
  }

  /** BEGIN BATCH … APPLY BATCH: INSERT, UPDATE and DELETE. */
  record Batch(List<BoundStatement> statements) implements BoundStatement {
    /** Copies the list. */
    public Batch {
      statements = List.copyOf(statements);
    }
  }

  /** EXPLAIN of a query, INSERT, UPDATE, DELETE or COPY (query) TO. */
  record Explain(boolean analyze, BoundStatement statement) implements BoundStatement {}

  /**
   * COPY FROM.
   *
   * @param columns the positions of the columns that the file holds, in its order
   * @param insert takes rows whose columns are those of {@code columns} as TEXT parameters
   */
  record CopyFrom(
      Statement.CopyFrom statement, TableDefinition table, List<Integer> columns, Insert insert)
      implements BoundStatement {
    /** Copies the list. */
    public CopyFrom {
      columns = List.copyOf(columns);
    }
  }

  /** COPY TO. */
  record CopyTo(Statement.CopyTo statement, LogicalPlan plan) implements BoundStatement {}

  /** A statement that has no plan: DDL, SHOW, SET and transaction control. */
  record Utility(Statement statement) implements BoundStatement {}

  /**
   * A bound statement and the types of its parameters.
   *
   * @param statement the statement
   * @param parameterTypes one a parameter
   * @param guessed whether the type of a parameter came from a hint or from no context at all
   */
  record Bound(BoundStatement statement, List<SqlType> parameterTypes, List<Boolean> guessed) {
    /** Copies the lists. */
    public Bound {
      parameterTypes = List.copyOf(parameterTypes);
      guessed = List.copyOf(guessed);
    }
  }
}
