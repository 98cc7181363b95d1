package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.session.Result;
import io.gabbro.session.ResultColumn;
import io.gabbro.type.SqlType;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way of a result set through batches that overwrite each other. */
class ResultCursorTest {
  /** The odd numbers below twice {@code count}, in batches of {@code size}. */
  private static final class OddNumbers implements Result.Rows {
    private final LongVector vector = new LongVector(64);
    private final RowBatch batch = new RowBatch(List.of(vector));
    private final int count;
    private final int size;
    private final int failAt;
    private int given;
    private int closed;

    OddNumbers(int count, int size, int failAt) {
      this.count = count;
      this.size = size;
      this.failAt = failAt;
    }

    @Override
    public List<ResultColumn> columns() {
      return List.of(
          new ResultColumn("Odd", SqlType.BIGINT, true, Optional.empty(), Optional.empty()));
    }

    @Override
    public RowBatch next() {
      if (given >= failAt) {
        throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
      }
      int rows = Math.min(size, count - given);
      if (rows == 0) {
        return null;
      }
      Selection selection = batch.selection();
      int[] positions = selection.startPositions(rows);
      for (int index = 0; index < rows; index++) {
        positions[index] = 2 * index + 1;
        vector.values()[2 * index] = -1;
        vector.values()[2 * index + 1] = 2L * (given + index) + 1;
      }
      selection.setCount(rows);
      given += rows;
      return batch;
    }

    @Override
    public long updateCount() {
      return -1;
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private final GabbroConnection connection = Fakes.connection("UTC");

  private ResultSet open(OddNumbers rows, long maxRows) {
    return Fakes.open(connection, rows, maxRows);
  }

  private static List<Long> rest(ResultSet rows) throws SQLException {
    List<Long> values = new ArrayList<>();
    while (rows.next()) {
      values.add(rows.getLong("odd"));
    }
    return values;
  }

  @Test
  void allBatchesAreRead() throws SQLException {
    OddNumbers numbers = new OddNumbers(7, 3, 99);
    ResultSet rows = open(numbers, 0);
    assertEquals(List.of(1L, 3L, 5L, 7L, 9L, 11L, 13L), rest(rows));
    assertFalse(rows.next());
    assertTrue(rows.isAfterLast());
    assertFalse(rows.isClosed());
    assertEquals(1, numbers.closed);
    rows.close();
    rows.close();
    assertEquals(1, numbers.closed);
  }

  @Test
  void theGreatestNumberOfRowsIsKept() throws SQLException {
    for (int max = 1; max <= 7; max++) {
      assertEquals(max, rest(open(new OddNumbers(7, 3, 99), max)).size());
    }
    assertEquals(7, rest(open(new OddNumbers(7, 3, 99), 8)).size());
  }

  @Test
  void positionsAreTold() throws SQLException {
    ResultSet rows = open(new OddNumbers(4, 2, 99), 0);
    assertTrue(rows.isBeforeFirst());
    assertEquals(0, rows.getRow());
    for (int row = 1; row <= 4; row++) {
      assertTrue(rows.next());
      assertEquals(row, rows.getRow());
      assertEquals(row == 1, rows.isFirst());
      assertEquals(row == 4, rows.isLast());
      assertEquals(row == 4, rows.isLast());
      assertEquals(2L * row - 1, rows.getLong(1));
      assertFalse(rows.isBeforeFirst());
      assertFalse(rows.isAfterLast());
    }
    assertFalse(rows.next());
    assertFalse(rows.isLast());
    assertTrue(rows.isAfterLast());
  }

  @Test
  void aResultWithoutRowsHasNoPositions() throws SQLException {
    ResultSet rows = open(new OddNumbers(0, 2, 99), 0);
    assertFalse(rows.isBeforeFirst());
    assertFalse(rows.next());
    assertFalse(rows.isAfterLast());
  }

  @Test
  void aFailureEndsTheRows() throws SQLException {
    OddNumbers numbers = new OddNumbers(4, 2, 2);
    ResultSet rows = open(numbers, 0);
    assertTrue(rows.next());
    assertTrue(rows.next());
    assertEquals("22012", assertThrows(SQLException.class, rows::next).getSQLState());
    assertEquals(1, numbers.closed);
    assertFalse(rows.next());
  }

  @Test
  void valuesAreOnRowsOnly() throws SQLException {
    ResultSet rows = open(new OddNumbers(1, 1, 99), 0);
    assertEquals("24000", assertThrows(SQLException.class, () -> rows.getLong(1)).getSQLState());
    assertTrue(rows.next());
    assertEquals("22023", assertThrows(SQLException.class, () -> rows.getLong(0)).getSQLState());
    assertEquals("22023", assertThrows(SQLException.class, () -> rows.getLong(2)).getSQLState());
    assertFalse(rows.next());
    assertEquals("24000", assertThrows(SQLException.class, () -> rows.getLong(1)).getSQLState());
    rows.close();
    assertEquals("55000", assertThrows(SQLException.class, () -> rows.getLong(1)).getSQLState());
    assertEquals("55000", assertThrows(SQLException.class, rows::next).getSQLState());
  }

  @Test
  void labelsAreFoundInAnyCaseOrSuggested() throws SQLException {
    ResultSet rows = open(new OddNumbers(1, 1, 99), 0);
    assertEquals(1, rows.findColumn("ODD"));
    SQLException error = assertThrows(SQLException.class, () -> rows.findColumn("od"));
    assertEquals("42703", error.getSQLState());
    assertTrue(error.getMessage().endsWith("did you mean \"odd\"?"), error.getMessage());
  }

  @Test
  void theConnectionClosesItsResults() throws SQLException {
    OddNumbers first = new OddNumbers(4, 2, 99);
    OddNumbers second = new OddNumbers(4, 2, 99);
    OddNumbers third = new OddNumbers(4, 2, 99);
    open(first, 0);
    ResultSet middle = open(second, 0);
    ResultSet last = open(third, 0);
    middle.close();
    connection.close();
    assertEquals(List.of(1, 1, 1), List.of(first.closed, second.closed, third.closed));
    assertTrue(last.isClosed());
    assertEquals("08003", assertThrows(SQLException.class, last::next).getSQLState());
  }
}
