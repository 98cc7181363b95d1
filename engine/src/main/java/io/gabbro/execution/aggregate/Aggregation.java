package io.gabbro.execution.aggregate;

import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.execution.expression.SharedCalls;
import io.gabbro.plan.AggregateCall;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;

/**
 * The groups and aggregates that one thread has collected. Without keys there is one group from the
 * start. Not thread-safe.
 */
final class Aggregation {
  private final Evaluator[] keys;
  private final ColumnVector[] keyValues;
  private final List<VectorKind> keyKinds;
  private final GroupTable table;
  private final CodedGroups coded;
  private final AggregateState[] states;
  private final SharedCalls calls = new SharedCalls();
  private final GroupPartition partition = new GroupPartition();
  private final Selection known = new Selection(0);
  private int[] groups = new int[0];

  /**
   * An empty aggregation.
   *
   * @param compiler for expressions over the input
   */
  Aggregation(LogicalPlan.Aggregate plan, ExpressionCompiler compiler) {
    List<BoundExpression> expressions =
        plan.keys().stream().map(LogicalPlan.Project.Projection::value).toList();
    ExpressionCompiler sharing = compiler.sharing(calls);
    keys = sharing.evaluators(expressions);
    keyValues = new ColumnVector[keys.length];
    keyKinds = AggregateState.kinds(expressions);
    table = keys.length == 0 ? null : GroupTables.of(keyKinds);
    coded = new CodedGroups(keys.length);
    states = new AggregateState[plan.aggregates().size()];
    for (int index = 0; index < states.length; index++) {
      AggregateCall call = plan.aggregates().get(index);
      states[index] = new AggregateState(call, sharing, table != null);
      share(index);
      states[index].ensureGroups(table == null ? 1 : 0);
    }
  }

  private void share(int index) {
    boolean shares = false;
    for (int other = 0; other < index && !shares; other++) {
      shares = states[index].share(states[other]);
    }
  }

  /** Adds all rows of a batch. */
  void add(RowBatch batch) {
    calls.startBatch();
    if (table == null) {
      for (AggregateState state : states) {
        state.add(batch, batch.selection(), null, partition);
      }
      return;
    }
    findGroups(batch, true);
    addToStates(batch, batch.selection());
  }

  /**
   * Adds the rows of a batch whose groups are known.
   *
   * @param unknown set to the other rows
   */
  void addKnown(RowBatch batch, Selection unknown) {
    calls.startBatch();
    Selection rows = batch.selection();
    findGroups(batch, false);
    int[] others = unknown.startPositions(rows.count());
    int[] found = known.startPositions(rows.count());
    int otherCount = 0;
    int foundCount = 0;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (groups[row] == GroupTable.UNKNOWN) {
        others[otherCount++] = row;
      } else {
        found[foundCount++] = row;
      }
    }
    unknown.setCount(otherCount);
    known.setCount(foundCount);
    addToStates(batch, known);
  }

  private void findGroups(RowBatch batch, boolean add) {
    evaluateKeys(batch, batch.selection());
    int end = batch.selection().end();
    if (groups.length < end) {
      groups = new int[end];
    }
    if (!add || !coded.find(table, keyValues, batch.selection(), groups)) {
      table.find(keyValues, batch.selection(), groups, add);
    }
  }

  private void evaluateKeys(RowBatch batch, Selection rows) {
    for (int index = 0; index < keys.length; index++) {
      keyValues[index] = keys[index].evaluate(batch, rows);
    }
  }

  private void addToStates(RowBatch batch, Selection rows) {
    partition.part(rows, groups, table.count());
    for (AggregateState state : states) {
      state.ensureGroups(table.count());
      state.add(batch, rows, groups, partition);
    }
  }

  /** The hashes of the keys of some rows of a batch, at their positions. */
  void hash(RowBatch batch, Selection rows, long[] hashes) {
    calls.startBatch();
    evaluateKeys(batch, rows);
    HashGroupTable.hash(keyValues, rows, hashes);
  }

  /** Adds the groups of another aggregation of the same plan, which must be combinable. */
  void combine(Aggregation other) {
    int count = other.groupCount();
    int[] numbers = new int[count];
    if (table != null) {
      table.find(other.table.keys(), Selection.ofAll(count), numbers, true);
    }
    for (int index = 0; index < states.length; index++) {
      states[index].ensureGroups(groupCount());
      states[index].combine(other.states[index], count, numbers);
    }
  }

  /** Ends adding. */
  void finish() {
    for (AggregateState state : states) {
      state.finish();
    }
  }

  int groupCount() {
    return table == null ? 1 : table.count();
  }

  /**
   * Writes groups to a batch: the keys, then the results of the aggregates.
   *
   * @param target its vectors are of the kinds of the plan's output
   */
  void write(int firstGroup, int count, RowBatch target) {
    for (int column = 0; column < keys.length; column++) {
      target.column(column).slice(table.keys()[column], firstGroup, count);
    }
    for (int index = 0; index < states.length; index++) {
      ColumnVector vector = target.column(keys.length + index);
      vector.reset();
      vector.ensureCapacity(count);
      for (int row = 0; row < count; row++) {
        states[index].result(firstGroup + row, vector, row);
      }
    }
    target.selection().selectAll(count);
  }

  long memoryBytes() {
    long bytes = table == null ? 0 : table.memoryBytes();
    for (AggregateState state : states) {
      bytes += state.memoryBytes();
    }
    return bytes;
  }

  /** Whether aggregations of several threads over parts of the input can be put together. */
  static boolean isCombinable(LogicalPlan.Aggregate plan) {
    return plan.aggregates().stream().allMatch(AggregateState::isCombinable);
  }
}
