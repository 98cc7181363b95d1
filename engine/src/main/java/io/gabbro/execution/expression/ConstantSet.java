package io.gabbro.execution.expression;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import java.util.Arrays;

/** A hash set of constants of one kind: open addressing over a vector that holds them. */
final class ConstantSet {
  private static final int EMPTY = -1;

  private final ColumnVector values;
  private final int[] slots;
  private final boolean hasNull;

  /** The values of these constants, of one kind; computes them. */
  ConstantSet(VectorKind kind, ConstantEvaluator[] constants) {
    values = ColumnVector.allocate(kind, constants.length);
    slots = new int[Math.max(2, Integer.highestOneBit(constants.length) * 4)];
    Arrays.fill(slots, EMPTY);
    boolean sawNull = false;
    int count = 0;
    for (ConstantEvaluator constant : constants) {
      if (constant.isNull()) {
        sawNull = true;
      } else {
        values.copyRow(count, constant.value(), 0);
        insert(count++);
      }
    }
    hasNull = sawNull;
  }

  private void insert(int index) {
    int slot = (int) values.hash(index) & (slots.length - 1);
    while (slots[slot] != EMPTY) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = index;
  }

  /** Whether one of the constants is NULL. */
  boolean hasNull() {
    return hasNull;
  }

  /**
   * Keeps the rows whose value is not NULL and in the set, or not in it.
   *
   * @param rows the positions of the rows; null for the first {@code count}
   * @return the number of positions written to {@code target}
   */
  int select(ColumnVector vector, int[] rows, int count, boolean wanted, int[] target) {
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int row = rows == null ? index : rows[index];
      if (!vector.isNull(row) && contains(vector, row) == wanted) {
        target[kept++] = row;
      }
    }
    return kept;
  }

  /** Whether a value that is not NULL is in the set. */
  boolean contains(ColumnVector vector, int row) {
    if (vector instanceof IntVector ints) {
      return containsInt(ints, row);
    }
    if (vector instanceof LongVector longs) {
      return containsLong(longs, row);
    }
    int slot = (int) vector.hash(row) & (slots.length - 1);
    while (slots[slot] != EMPTY) {
      if (values.equalValues(slots[slot], vector, row)) {
        return true;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  }

  private boolean containsInt(IntVector vector, int row) {
    int[] members = ((IntVector) values).values();
    int value = vector.values()[row];
    int slot = (int) vector.hash(row) & (slots.length - 1);
    while (slots[slot] != EMPTY) {
      if (members[slots[slot]] == value) {
        return true;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  }

  private boolean containsLong(LongVector vector, int row) {
    long[] members = ((LongVector) values).values();
    long value = vector.values()[row];
    int slot = (int) vector.hash(row) & (slots.length - 1);
    while (slots[slot] != EMPTY) {
      if (members[slots[slot]] == value) {
        return true;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  }
}
