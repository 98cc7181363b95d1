package io.gabbro.execution.aggregate;

import io.gabbro.execution.expression.Evaluator;
import io.gabbro.execution.sort.RowBuffer;
import io.gabbro.execution.sort.RowOrder;
import io.gabbro.execution.sort.RowSorter;
import io.gabbro.function.Accumulator;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps the arguments of an aggregate with ORDER BY until all are there, then adds them in order.
 * The columns kept are the arguments, the sort keys and the group.
 */
final class OrderedRows {
  private final int argumentCount;
  private final Evaluator[] sortKeys;
  private final RowOrder order;
  private final boolean grouped;
  private final IntVector groupColumn = new IntVector(0);
  private final RowBuffer buffer;

  /**
   * Keeps nothing yet.
   *
   * @param arguments the kinds of the arguments
   * @param sortKinds the kinds of the sort keys
   * @param keys direction and place of NULLs of each sort key; the columns are ignored
   */
  OrderedRows(
      List<VectorKind> arguments,
      Evaluator[] sortKeys,
      List<VectorKind> sortKinds,
      List<RowOrder.Key> keys,
      boolean grouped) {
    this.argumentCount = arguments.size();
    this.sortKeys = sortKeys;
    this.grouped = grouped;
    List<VectorKind> kinds = new ArrayList<>(arguments);
    List<RowOrder.Key> orderKeys = new ArrayList<>();
    for (RowOrder.Key key : keys) {
      orderKeys.add(
          new RowOrder.Key(argumentCount + key.column(), key.descending(), key.nullsFirst()));
    }
    kinds.addAll(sortKinds);
    kinds.add(VectorKind.INT);
    order = new RowOrder(orderKeys);
    buffer = new RowBuffer(kinds);
  }

  void add(RowBatch batch, ColumnVector[] arguments, Selection rows, int[] groups) {
    int end = rows.end();
    groupColumn.ensureCapacity(end);
    if (grouped) {
      System.arraycopy(groups, 0, groupColumn.values(), 0, end);
    } else {
      Arrays.fill(groupColumn.values(), 0, end, 0);
    }
    ColumnVector[] columns = Arrays.copyOf(arguments, argumentCount + sortKeys.length + 1);
    for (int index = 0; index < sortKeys.length; index++) {
      columns[argumentCount + index] = sortKeys[index].evaluate(batch, rows);
    }
    columns[columns.length - 1] = groupColumn;
    buffer.append(new RowBatch(columns, rows), rows);
  }

  /** Adds what was kept to an accumulator, in order. */
  void addTo(Accumulator accumulator) {
    int[] indexes = RowSorter.sort(buffer, order);
    ColumnVector[] columns = new ColumnVector[buffer.kinds().size()];
    for (int index = 0; index < columns.length; index++) {
      columns[index] = ColumnVector.allocate(buffer.kinds().get(index), 0);
    }
    RowBatch part = new RowBatch(columns, new Selection(0));
    ColumnVector[] arguments = Arrays.copyOf(columns, argumentCount);
    for (int start = 0; start < indexes.length; start += RowBatch.CAPACITY) {
      int count = Math.min(RowBatch.CAPACITY, indexes.length - start);
      buffer.gather(indexes, start, count, part);
      int[] groups = ((IntVector) columns[columns.length - 1]).values();
      accumulator.add(arguments, part.selection(), grouped ? groups : null);
    }
    buffer.clear();
  }

  long memoryBytes() {
    return buffer.memoryBytes() + (long) buffer.count() * RowSorter.BYTES_PER_ROW;
  }
}
