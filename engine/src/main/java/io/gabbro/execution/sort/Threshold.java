package io.gabbro.execution.sort;

import io.gabbro.execution.expression.WordRange;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.List;

/** A row that others must come before to be of interest. Not thread-safe. */
final class Threshold {
  private final RowOrder order;
  private final boolean decided;
  private final RowBuffer holder;
  private final Selection one = new Selection(1);
  private RowBatch row;
  private long word;
  private boolean isNull;
  private WordRange wanted;

  Threshold(RowOrder order, List<VectorKind> kinds) {
    this.order = order;
    holder = new RowBuffer(kinds);
    decided = order.keyCount() == 1 && KeyPrefix.isExact(kinds.get(order.first().column()));
  }

  /** Whether there is a row yet. */
  boolean isSet() {
    return row != null;
  }

  /** Makes it a copy of a row. */
  void set(RowBatch batch, int position) {
    one.startPositions(1)[0] = position;
    one.setCount(1);
    holder.clear();
    holder.append(batch, one);
    row = holder.chunk(0);
    ColumnVector column = row.column(order.first().column());
    isNull = column.isNull(0);
    word = isNull ? 0 : word(column, 0);
    wanted = isNull ? null : wanted(column);
  }

  private WordRange wanted(ColumnVector column) {
    long value;
    if (column instanceof IntVector ints) {
      value = ints.values()[0];
    } else if (column instanceof LongVector longs) {
      value = longs.values()[0];
    } else if (column instanceof DecimalVector decimals
        && decimals.highWord(0) == decimals.low()[0] >> 63) {
      value = decimals.low()[0];
    } else {
      return null;
    }
    return order.first().descending()
        ? new WordRange(value, Long.MAX_VALUE, true)
        : new WordRange(Long.MIN_VALUE, value, true);
  }

  /**
   * The words of the first key that rows must have to come before it or beside it, unless they have
   * NULL there; null when that is not known.
   */
  WordRange wanted() {
    return wanted;
  }

  private long word(ColumnVector column, int position) {
    long prefix = KeyPrefix.of(column, position);
    return order.first().descending() ? ~prefix : prefix;
  }

  /** Selects the rows that come before the threshold; {@code kept} is not {@code rows}. */
  void select(RowBatch batch, Selection rows, Selection kept) {
    ColumnVector column = batch.column(order.first().column());
    int[] target = kept.startPositions(rows.count());
    int count = 0;
    for (int index = 0; index < rows.count(); index++) {
      int position = rows.position(index);
      if (isBefore(batch, column, position)) {
        target[count++] = position;
      }
    }
    kept.setCount(count);
  }

  private boolean isBefore(RowBatch batch, ColumnVector column, int position) {
    if (!isNull && !column.isNull(position)) {
      int compared = Long.compareUnsigned(word(column, position), word);
      if (compared != 0 || decided) {
        return compared < 0;
      }
    }
    return order.compare(batch, position, row, 0, 0) < 0;
  }
}
