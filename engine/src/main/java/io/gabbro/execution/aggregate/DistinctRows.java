package io.gabbro.execution.aggregate;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.List;

/** Remembers the arguments that each group has seen, for DISTINCT in aggregates. */
final class DistinctRows {
  private final GroupTable seen;
  private final boolean grouped;
  private final ColumnVector[] keys;
  private final IntVector groupKeys = new IntVector(0);
  private final Selection firsts = new Selection(0);
  private int[] numbers = new int[0];

  /**
   * Nothing was seen yet.
   *
   * @param arguments the kinds of the arguments
   * @param grouped whether there is more than one group
   */
  DistinctRows(List<VectorKind> arguments, boolean grouped) {
    this.grouped = grouped;
    List<VectorKind> kinds = new ArrayList<>();
    if (grouped) {
      kinds.add(VectorKind.INT);
    }
    kinds.addAll(arguments);
    seen = GroupTables.of(kinds);
    keys = new ColumnVector[kinds.size()];
  }

  /** The rows that are the first of their group with their arguments. */
  Selection select(ColumnVector[] arguments, Selection rows, int[] groups) {
    int end = rows.end();
    if (numbers.length < end) {
      numbers = new int[end];
    }
    int shift = 0;
    if (grouped) {
      groupKeys.ensureCapacity(end);
      System.arraycopy(groups, 0, groupKeys.values(), 0, end);
      keys[shift++] = groupKeys;
    }
    System.arraycopy(arguments, 0, keys, shift, arguments.length);
    int next = seen.count();
    seen.find(keys, rows, numbers, true);
    int[] positions = firsts.startPositions(rows.count());
    int count = 0;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      if (numbers[row] == next) {
        next++;
        positions[count++] = row;
      }
    }
    firsts.setCount(count);
    return firsts;
  }

  long memoryBytes() {
    return seen.memoryBytes();
  }
}
