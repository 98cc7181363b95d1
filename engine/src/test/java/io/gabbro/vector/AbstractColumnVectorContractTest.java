package io.gabbro.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.execution.NaiveValues;
import io.gabbro.execution.TestSeed;
import io.gabbro.plan.ConstantValues;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every kind of vector must do; a subclass names a type that lies in it. */
abstract class AbstractColumnVectorContractTest {
  private static final int ROUNDS = 200;

  private final long seed = TestSeed.get();
  private final Random random = new Random(seed);

  /** A type whose values lie in the vector. */
  abstract SqlType type();

  private ColumnVector allocate(int capacity) {
    return ColumnVector.allocate(type().vectorKind(), capacity);
  }

  private ColumnVector vector(List<Object> values) {
    ColumnVector vector = allocate(0);
    vector.ensureCapacity(values.size());
    for (int row = 0; row < values.size(); row++) {
      ConstantValues.write(type(), values.get(row), vector, row);
    }
    return vector;
  }

  private List<Object> values(int count) {
    boolean nulls = random.nextBoolean();
    List<Object> values = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      values.add(
          nulls ? NaiveValues.random(random, type()) : NaiveValues.randomNotNull(random, type()));
    }
    return values;
  }

  private Selection selection(int rows) {
    if (random.nextInt(3) == 0) {
      return Selection.ofAll(rows);
    }
    Selection selection = new Selection(0);
    int[] positions = selection.startPositions(rows);
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (random.nextBoolean()) {
        positions[count++] = row;
      }
    }
    selection.setCount(count);
    return selection;
  }

  private void assertRows(List<Object> expected, ColumnVector vector) {
    for (int row = 0; row < expected.size(); row++) {
      Object value = ConstantValues.read(type(), vector, row);
      assertEquals(
          NaiveValues.key(expected.get(row)), NaiveValues.key(value), "row " + row + where());
    }
  }

  private String where() {
    return ", seed " + seed;
  }

  @Test
  void keepsValuesWhenItGrows() {
    List<Object> values = values(100);
    ColumnVector vector = vector(values);
    vector.ensureCapacity(5000);
    assertTrue(vector.capacity() >= 5000);
    assertEquals(type().vectorKind(), vector.kind());
    assertRows(values, vector);
  }

  @Test
  void forgetsNullsWhenReset() {
    ColumnVector vector = allocate(4);
    vector.setNull(2);
    assertTrue(vector.isNull(2));
    assertFalse(vector.isNull(1));
    vector.setNotNull(2);
    assertFalse(vector.isNull(2));
    vector.setNull(3);
    vector.reset();
    assertFalse(vector.mayHaveNulls());
    vector.setNull(0);
    assertFalse(vector.isNull(3));
  }

  @Test
  void copiesSelectedRowsBehindEachOther() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Object> source = values(1 + random.nextInt(40));
      List<Object> expected = new ArrayList<>(values(random.nextInt(20)));
      ColumnVector target = vector(expected);
      Selection rows = selection(source.size());
      target.copyRows(expected.size(), vector(source), rows);
      for (int index = 0; index < rows.count(); index++) {
        expected.add(source.get(rows.position(index)));
      }
      assertRows(expected, target);
    }
  }

  @Test
  void copiesSelectedRowsInPlace() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Object> source = values(1 + random.nextInt(40));
      List<Object> expected = values(source.size());
      ColumnVector target = vector(expected);
      Selection rows = selection(source.size());
      target.copyPositions(vector(source), rows);
      for (int index = 0; index < rows.count(); index++) {
        expected.set(rows.position(index), source.get(rows.position(index)));
      }
      assertRows(expected, target);
    }
  }

  @Test
  void slicesAndRepeats() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Object> source = values(2 + random.nextInt(40));
      int start = random.nextInt(source.size());
      int count = 1 + random.nextInt(source.size() - start);
      ColumnVector slice = vector(values(5));
      slice.slice(vector(source), start, count);
      assertRows(source.subList(start, start + count), slice);

      List<Object> expected = new ArrayList<>(source);
      int end = count + 30;
      while (expected.size() < end) {
        expected.add(null);
      }
      for (int row = count; row < end; row++) {
        expected.set(row, source.get(0));
      }
      ColumnVector repeated = vector(source);
      repeated.repeat(0, count, end);
      assertRows(expected.subList(0, end), repeated);
    }
  }

  @Test
  void comparesAsSqlDoesAndHashesEqualValuesAlike() {
    List<Object> left = values(300);
    List<Object> right = values(300);
    ColumnVector leftVector = vector(left);
    ColumnVector rightVector = vector(right);
    long[] leftHashes = new long[300];
    long[] rightHashes = new long[300];
    leftVector.mixHashes(Selection.ofAll(300), leftHashes);
    rightVector.mixHashes(Selection.ofAll(300), rightHashes);
    for (int row = 0; row < 300; row++) {
      Object a = left.get(row);
      Object b = right.get(row);
      boolean same = Objects.equals(NaiveValues.key(a), NaiveValues.key(b));
      assertEquals(same, leftVector.isSame(row, rightVector, row), a + " and " + b + where());
      if (same) {
        assertEquals(leftHashes[row], rightHashes[row], a + " and " + b + where());
      }
      if (a != null && b != null) {
        assertEquals(
            Integer.signum(NaiveValues.compare(a, b)),
            Integer.signum(leftVector.compare(row, rightVector, row)),
            a + " and " + b + where());
      }
    }
  }
}
