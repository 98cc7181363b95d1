package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.session.Parameters;
import io.gabbro.session.PreparedPlan;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ValueText;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parameters of a statement whose context knows the types of some parameters. */
class ParameterRowsTest {
  private final List<List<SqlType>> plans = new ArrayList<>();
  private List<SqlType> context = List.of();
  private boolean inUse;

  /** A plan with the types of the context, or else the hints, or else TEXT. */
  private PreparedPlan plan(List<SqlType> hints) {
    plans.add(hints);
    List<SqlType> types =
        IntStream.range(0, context.size())
            .mapToObj(
                index ->
                    index < hints.size() && !hints.get(index).equals(SqlType.NULL)
                        ? hints.get(index)
                        : context.get(index).equals(SqlType.NULL)
                            ? SqlType.TEXT
                            : context.get(index))
            .toList();
    return Fakes.fake(
        PreparedPlan.class,
        (method, arguments) ->
            switch (method) {
              case "parameterTypes" -> types;
              case "isParameterTypeGuessed" -> {
                int index = (Integer) arguments[0];
                yield context.get(index).equals(SqlType.NULL)
                    || (index < hints.size() && !hints.get(index).equals(SqlType.NULL));
              }
              default -> null;
            });
  }

  private ParameterRows rows(SqlType... types) {
    context = List.of(types);
    return new ParameterRows(plan(List.of()), this::plan, () -> ZoneOffset.UTC, () -> inUse);
  }

  private static String text(ParameterLayout layout) {
    Parameters parameters = layout.parameters();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < parameters.rowCount(); row++) {
      List<String> values = new ArrayList<>();
      for (int index = 0; index < parameters.count(); index++) {
        values.add(
            ValueText.of(parameters.type(index), parameters.vector(index), row, ZoneOffset.UTC));
      }
      lines.add(String.join(",", values.stream().map(String::valueOf).toList()));
    }
    return layout.types() + " " + lines;
  }

  @Test
  void valuesStayFromExecutionToExecution() throws SQLException {
    ParameterRows rows = rows(SqlType.INTEGER, SqlType.TEXT);
    rows.setInt(1, 5);
    rows.setValue(2, "a");
    assertEquals("[integer, text] [5,a]", text(rows.endSingle()));
    assertEquals("[integer, text] [5,a]", text(rows.endSingle()));
    rows.setValue(2, "bcd");
    assertEquals("[integer, text] [5,bcd]", text(rows.endSingle()));
    rows.setNull(1);
    assertEquals("[integer, text] [null,bcd]", text(rows.endSingle()));
    rows.setLong(1, 7);
    assertEquals("[integer, text] [7,bcd]", text(rows.endSingle()));
    assertEquals(1, plans.size());
  }

  @Test
  void aParameterWithoutValueIsAnError() throws SQLException {
    ParameterRows rows = rows(SqlType.INTEGER, SqlType.INTEGER);
    rows.setInt(2, 5);
    SQLException error = assertThrows(SQLException.class, rows::endSingle);
    assertEquals("42P02", error.getSQLState());
    rows.setInt(1, 5);
    rows.endSingle();
    rows.clearParameters();
    assertEquals("42P02", assertThrows(SQLException.class, rows::endBatchRow).getSQLState());
  }

  @Test
  void anIndexOutOfRangeIsAnError() {
    ParameterRows rows = rows(SqlType.INTEGER);
    for (int index : new int[] {-1, 0, 2}) {
      SQLException error = assertThrows(SQLException.class, () -> rows.setInt(index, 1));
      assertEquals("22023", error.getSQLState());
    }
  }

  @Test
  void aValueThatDoesNotFitIsPlannedForAndForgotten() throws SQLException {
    ParameterRows rows = rows(SqlType.INTEGER);
    rows.setDouble(1, 2.5);
    assertEquals("[double precision] [2.5]", text(rows.endSingle()));
    assertEquals("[double precision] [2.5]", text(rows.endSingle()));
    rows.setLong(1, 3);
    assertEquals("[integer] [3]", text(rows.endSingle()));
    rows.setLong(1, 3_000_000_000L);
    assertEquals("[bigint] [3000000000]", text(rows.endSingle()));
    rows.setInt(1, 4);
    assertEquals("[integer] [4]", text(rows.endSingle()));
    assertEquals(List.of(List.of(), List.of(SqlType.DOUBLE), List.of(SqlType.BIGINT)), plans);
  }

  @Test
  void aValueThatDidNotFitStaysWhileAnotherIsSet() throws SQLException {
    ParameterRows rows = rows(SqlType.INTEGER, SqlType.INTEGER);
    rows.setDouble(1, 2.5);
    rows.setInt(2, 1);
    assertEquals("[double precision, integer] [2.5,1]", text(rows.endSingle()));
    rows.setInt(2, 2);
    assertEquals("[double precision, integer] [2.5,2]", text(rows.endSingle()));
  }

  @Test
  void aTimestampForADateIsPlannedFor() throws SQLException {
    ParameterRows rows = rows(SqlType.DATE);
    rows.setValue(1, LocalDate.of(2024, 1, 31).atTime(12, 0));
    assertEquals("[timestamp] [2024-01-31 12:00:00]", text(rows.endSingle()));
    rows.setValue(1, LocalDateTime.of(2024, 1, 31, 0, 0));
    assertEquals("[date] [2024-01-31]", text(rows.endSingle()));
  }

  @Test
  void aGuessedTypeStays() throws SQLException {
    ParameterRows rows = rows(SqlType.NULL);
    rows.setInt(1, 1);
    assertEquals("[integer] [1]", text(rows.endSingle()));
    rows.setInt(1, 2);
    assertEquals("[integer] [2]", text(rows.endSingle()));
    assertEquals(2, plans.size());
    rows.setLong(1, 3_000_000_000L);
    assertEquals("[bigint] [3000000000]", text(rows.endSingle()));
    rows.setValue(1, "x");
    assertEquals("[text] [x]", text(rows.endSingle()));
    rows.setValue(1, new BigDecimal("1.50"));
    assertEquals("[numeric(3,2)] [1.50]", text(rows.endSingle()));
  }

  @Test
  void aGuessedTypeDoesNotDependOnThePast() throws SQLException {
    ParameterRows rows = rows(SqlType.NULL);
    rows.setInt(1, 3);
    assertEquals("[integer] [3]", text(rows.endSingle()));
    rows.setDouble(1, 3);
    assertEquals("[double precision] [3]", text(rows.endSingle()));
    rows.setInt(1, 3);
    assertEquals("[integer] [3]", text(rows.endSingle()));
    rows.setValue(1, LocalDate.of(2024, 1, 31));
    assertEquals("[date] [2024-01-31]", text(rows.endSingle()));
    rows.setValue(1, LocalDateTime.of(2024, 1, 31, 0, 0));
    assertEquals("[timestamp] [2024-01-31 00:00:00]", text(rows.endSingle()));
  }

  @Test
  void aBatchOfGuessedTypesIsConvertedOnce() throws SQLException {
    ParameterRows rows = rows(SqlType.NULL);
    for (int row = 0; row < 3; row++) {
      rows.setInt(1, row);
      rows.endBatchRow();
      rows.setDouble(1, row + 0.5);
      rows.endBatchRow();
    }
    assertEquals("[double precision] [0, 0.5, 1, 1.5, 2, 2.5]", text(rows.batch()));
    assertEquals(3, plans.size());
  }

  @Test
  void aBatchCarriesValuesOn() throws SQLException {
    ParameterRows rows = rows(SqlType.INTEGER, SqlType.TEXT);
    rows.setInt(1, 1);
    rows.setValue(2, "a");
    rows.endBatchRow();
    rows.setInt(1, 2);
    rows.endBatchRow();
    rows.setNull(2);
    rows.endBatchRow();
    rows.endBatchRow();
    assertEquals(4, rows.batchSize());
    assertEquals("[integer, text] [1,a, 2,a, 2,null, 2,null]", text(rows.batch()));
    rows.setValue(2, "z");
    rows.clearBatch();
    assertEquals(0, rows.batchSize());
    assertEquals("[integer, text] [2,z]", text(rows.endSingle()));
  }

  @Test
  void aBatchIsConvertedWhenAValueDoesNotFit() throws SQLException {
    ParameterRows rows = rows(SqlType.INTEGER, SqlType.numeric(4, 2));
    rows.setInt(1, 1);
    rows.setValue(2, new BigDecimal("1.25"));
    rows.endBatchRow();
    rows.setDouble(1, 2.5);
    rows.setValue(2, new BigDecimal("1.125"));
    rows.endBatchRow();
    rows.setInt(1, 3);
    rows.endBatchRow();
    assertEquals(
        "[double precision, numeric(5,3)] [1,1.250, 2.5,1.125, 3,1.125]", text(rows.batch()));
    rows.clearBatch();
    rows.setValue(2, new BigDecimal("2"));
    rows.setInt(1, 4);
    assertEquals("[integer, numeric(4,2)] [4,2.00]", text(rows.endSingle()));
  }

  @Test
  void anExecutionInTheMiddleOfABatchLeavesItAlone() throws SQLException {
    ParameterRows rows = rows(SqlType.INTEGER);
    rows.setInt(1, 1);
    rows.endBatchRow();
    rows.setInt(1, 2);
    assertEquals("[integer] [2]", text(rows.endSingle()));
    rows.endBatchRow();
    assertEquals("[integer] [1, 2]", text(rows.batch()));
  }

  @Test
  void parametersInUseAreNotOverwritten() throws SQLException {
    ParameterRows rows = rows(SqlType.INTEGER, SqlType.INTEGER);
    rows.setInt(1, 1);
    rows.setInt(2, 2);
    ParameterLayout first = rows.endSingle();
    inUse = true;
    rows.setInt(1, 9);
    assertEquals("[integer, integer] [1,2]", text(first));
    ParameterLayout second = rows.endSingle();
    assertNotSame(first, second);
    assertEquals("[integer, integer] [9,2]", text(second));
    inUse = false;
    rows.setInt(1, 8);
    assertSame(second, rows.endSingle());
  }

  @Test
  void aChangeOfTheCatalogIsNoticed() throws SQLException {
    List<SqlType> types = new ArrayList<>(List.of(SqlType.INTEGER));
    PreparedPlan changing =
        Fakes.fake(
            PreparedPlan.class,
            (method, arguments) -> method.equals("parameterTypes") ? List.copyOf(types) : false);
    context = List.of(SqlType.BIGINT);
    ParameterRows rows = new ParameterRows(changing, this::plan, () -> ZoneOffset.UTC, () -> false);
    rows.setInt(1, 1);
    assertEquals("[integer] [1]", text(rows.endSingle()));
    types.set(0, SqlType.BIGINT);
    assertEquals("[bigint] [1]", text(rows.endSingle()));
  }

  @Test
  void noValueCanBeSetAfterClose() {
    ParameterRows rows = rows(SqlType.INTEGER);
    rows.close();
    assertEquals("55000", assertThrows(SQLException.class, () -> rows.setInt(1, 1)).getSQLState());
  }
}
