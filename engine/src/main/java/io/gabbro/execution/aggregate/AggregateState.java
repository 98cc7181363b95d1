package io.gabbro.execution.aggregate;

import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.expression.Predicate;
import io.gabbro.execution.expression.SharedCalls;
import io.gabbro.execution.sort.RowOrder;
import io.gabbro.function.Accumulator;
import io.gabbro.function.GroupwiseAccumulator;
import io.gabbro.plan.AggregateCall;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.SortKey;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.List;

/** One aggregate of one thread: its accumulator and what stands before it. */
final class AggregateState {
  private final String name;
  private final Evaluator[] arguments;
  private final ColumnVector[] values;
  private final Predicate filter;
  private final DistinctRows distinct;
  private final OrderedRows ordered;
  private final Accumulator accumulator;
  private final List<BoundExpression> expressions;
  private boolean shares;
  private final Selection filtered = new Selection(0);

  /**
   * An empty state.
   *
   * @param grouped whether there is more than one group
   */
  AggregateState(AggregateCall call, ExpressionCompiler compiler, boolean grouped) {
    name = call.name();
    expressions = call.arguments();
    arguments = compiler.evaluators(expressions);
    values = new ColumnVector[arguments.length];
    filter = call.filter().map(compiler::predicate).orElse(null);
    distinct = call.distinct() ? new DistinctRows(kinds(call.arguments()), grouped) : null;
    ordered = call.orderBy().isEmpty() ? null : ordered(call, compiler, grouped);
    accumulator = call.signature().accumulator().get();
  }

  private static OrderedRows ordered(
      AggregateCall call, ExpressionCompiler compiler, boolean grouped) {
    List<BoundExpression> expressions = call.orderBy().stream().map(SortKey::value).toList();
    List<RowOrder.Key> keys = new ArrayList<>();
    for (SortKey key : call.orderBy()) {
      keys.add(new RowOrder.Key(keys.size(), key.descending(), key.nullsFirst()));
    }
    return new OrderedRows(
        kinds(call.arguments()),
        compiler.evaluators(expressions),
        kinds(expressions),
        keys,
        grouped);
  }

  static List<VectorKind> kinds(List<BoundExpression> expressions) {
    return expressions.stream().map(expression -> expression.type().vectorKind()).toList();
  }

  /** Whether states of several threads can be put together. */
  static boolean isCombinable(AggregateCall call) {
    return !call.distinct() && call.orderBy().isEmpty();
  }

  String name() {
    return name;
  }

  /** Uses the sums of another state of the same aggregation from now on, if both have the same. */
  boolean share(AggregateState other) {
    shares =
        addsAllRows()
            && other.addsAllRows()
            && SharedCalls.areSame(expressions, other.expressions)
            && accumulator.share(other.accumulator);
    return shares;
  }

  private boolean addsAllRows() {
    return filter == null && distinct == null && ordered == null && !shares;
  }

  void ensureGroups(int count) {
    accumulator.ensureGroups(count);
  }

  /**
   * Adds rows.
   *
   * @param groups the group of each row, at its position; null when there is one group
   * @param partition the same rows by group, if they are parted
   */
  void add(RowBatch batch, Selection rows, int[] groups, GroupPartition partition) {
    if (shares) {
      return;
    }
    Selection added = rows;
    if (filter != null) {
      filter.select(batch, rows, filtered);
      added = filtered;
    }
    if (added.count() == 0) {
      return;
    }
    for (int index = 0; index < arguments.length; index++) {
      values[index] = arguments[index].evaluate(batch, added);
    }
    if (distinct != null) {
      added = distinct.select(values, added, groups);
    }
    if (added.count() == 0) {
      return;
    }
    if (ordered != null) {
      ordered.add(batch, values, added, groups);
    } else if (added == rows
        && partition.groupCount() > 0
        && accumulator instanceof GroupwiseAccumulator groupwise) {
      for (int group = 0; group < partition.groupCount(); group++) {
        if (partition.rows(group).count() > 0) {
          groupwise.addGroup(values, partition.rows(group), group);
        }
      }
    } else {
      accumulator.add(values, added, groups);
    }
  }

  /** Adds the groups of another state, of an aggregate that {@link #isCombinable}. */
  void combine(AggregateState other, int otherCount, int[] groups) {
    if (shares) {
      return;
    }
    accumulator.combine(other.accumulator, otherCount, groups);
  }

  /** Ends adding. */
  void finish() {
    if (ordered != null) {
      ordered.addTo(accumulator);
    }
  }

  void result(int group, ColumnVector target, int row) {
    accumulator.result(group, target, row);
  }

  long memoryBytes() {
    return accumulator.memoryBytes()
        + (distinct == null ? 0 : distinct.memoryBytes())
        + (ordered == null ? 0 : ordered.memoryBytes());
  }
}
