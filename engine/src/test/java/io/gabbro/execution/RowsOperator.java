package io.gabbro.execution;

import io.gabbro.plan.ConstantValues;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Yields given rows as a strict owner of its batches would: batches of random sizes with rows in
 * between that do not count, in vectors that are overwritten at the next call and at the close.
 */
public final class RowsOperator implements Operator {
  private final List<SqlType> types;
  private final List<List<Object>> rows;
  private final Random random;
  private final ColumnVector[] vectors;
  private int next;
  private int written = 1;
  private boolean ended;
  private int closes;
  private int failAfter = Integer.MAX_VALUE;

  /** Yields rows of these types. */
  public RowsOperator(List<SqlType> types, List<List<Object>> rows, Random random) {
    this.types = types;
    this.rows = rows;
    this.random = random;
    vectors = new ColumnVector[types.size()];
    for (int index = 0; index < vectors.length; index++) {
      vectors[index] = ColumnVector.allocate(types.get(index).vectorKind(), RowBatch.CAPACITY);
    }
  }

  /** Makes the call fail that comes when so many rows were yielded. */
  public RowsOperator failAfter(int rowCount) {
    failAfter = rowCount;
    return this;
  }

  /** How often it was closed. */
  public int closes() {
    return closes;
  }

  @Override
  public RowBatch next() {
    if (closes > 0) {
      throw new AssertionError("next after close");
    }
    if (next >= failAfter) {
      throw new IllegalStateException("the input fails");
    }
    overwrite();
    if (next == rows.size()) {
      ended = true;
      return null;
    }
    int limit = random.nextInt(4) == 0 ? RowBatch.CAPACITY : 1 + random.nextInt(40);
    int count = Math.min(limit, rows.size() - next);
    boolean dense = random.nextBoolean() || count * 2 > RowBatch.CAPACITY;
    Selection selection = new Selection(count);
    int[] positions = selection.startPositions(count);
    for (int index = 0; index < count; index++) {
      int position = dense ? index : index * 2 + 1;
      positions[index] = position;
      written = Math.max(written, position + 1);
      write(rows.get(next++), position);
    }
    if (dense) {
      selection.selectAll(count);
    } else {
      selection.setCount(count);
    }
    return new RowBatch(vectors, selection);
  }

  private void write(List<Object> row, int position) {
    for (int index = 0; index < vectors.length; index++) {
      ConstantValues.write(types.get(index), row.get(index), vectors[index], position);
    }
  }

  private void overwrite() {
    for (int index = 0; index < vectors.length; index++) {
      vectors[index].reset();
      Object noise = NaiveValues.randomNotNull(random, types.get(index));
      ConstantValues.write(types.get(index), noise, vectors[index], 0);
      vectors[index].repeat(0, 1, written);
    }
  }

  /** Whether its end was reached. */
  public boolean isEnded() {
    return ended;
  }

  @Override
  public void close() {
    closes++;
    overwrite();
  }

  /** Reads all rows of an operator as Java objects. */
  public static List<List<Object>> readAll(Operator operator, List<SqlType> types) {
    List<List<Object>> result = new ArrayList<>();
    for (RowBatch batch = operator.next(); batch != null; batch = operator.next()) {
      if (batch.selection().count() == 0) {
        throw new AssertionError("an empty batch");
      }
      if (batch.selection().end() > RowBatch.CAPACITY) {
        throw new AssertionError("a batch of more rows than there may be");
      }
      result.addAll(read(batch, types));
    }
    return result;
  }

  /** The selected rows of a batch as Java objects. */
  public static List<List<Object>> read(RowBatch batch, List<SqlType> types) {
    List<List<Object>> result = new ArrayList<>();
    for (int index = 0; index < batch.selection().count(); index++) {
      int row = batch.selection().position(index);
      List<Object> values = new ArrayList<>();
      for (int column = 0; column < types.size(); column++) {
        values.add(ConstantValues.read(types.get(column), batch.column(column), row));
      }
      result.add(values);
    }
    return result;
  }
}
