package io.gabbro.plan.binder;

import static io.gabbro.plan.binder.Bindings.bind;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.plan.BoundStatement.Bound;
import io.gabbro.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTypesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT * FROM t WHERE a = ?; [integer]",
        "SELECT * FROM t WHERE ? < d; [date]",
        "SELECT * FROM t WHERE d BETWEEN ? AND ?; [date, date]",
        "SELECT * FROM t WHERE ? BETWEEN d AND d; [date]",
        "SELECT * FROM t WHERE a IN (?, 2, ?); [integer, integer]",
        "SELECT * FROM t WHERE v = ?; [text]",
        "SELECT * FROM heap WHERE q = ?; [text]",
        "SELECT CASE WHEN ? THEN a ELSE ? END FROM t; [boolean, integer]",
        "SELECT coalesce(?, n) FROM t; [bigint]",
        "SELECT ?::date, CAST(? AS varchar(3)); [date, text]",
        "SELECT a FROM t LIMIT ? OFFSET ?; [bigint, bigint]",
        "INSERT INTO t (a, b, c, v) VALUES (?, ?, ?, ?); [integer, text, numeric(10,2), text]",
        "INSERT INTO t (a, d) SELECT ?, ?; [integer, date]",
        "UPDATE t SET n = ?, d = ? WHERE s = ?; [bigint, date, smallint]",
        "DELETE FROM t WHERE flag = ?; [boolean]",
        "SELECT -? + a, a * ? FROM t; [integer, integer]",
      })
  void comeFromTheContext(String sql, String types) {
    Bound bound = bind(sql);
    assertEquals(types, bound.parameterTypes().toString());
    assertEquals(bound.parameterTypes().stream().map(type -> false).toList(), bound.guessed());
  }

  @Test
  void areTextWithoutContext() {
    Bound bound = bind("SELECT ?, a FROM t WHERE a = ? AND ? IS NULL");
    assertEquals(List.of(SqlType.TEXT, SqlType.INTEGER, SqlType.TEXT), bound.parameterTypes());
    assertEquals(List.of(true, false, true), bound.guessed());
  }

  @Test
  void keepDigitsBesideNumbers() {
    assertEquals(
        List.of(SqlType.numeric(38, 18)), bind("SELECT * FROM t WHERE c > ?").parameterTypes());
  }

  @Test
  void takeHintsFirst() {
    Bound bound =
        bind(
            "SELECT ?, a FROM t WHERE a = ? AND n = ?", SqlType.DATE, SqlType.BIGINT, SqlType.NULL);
    assertEquals(List.of(SqlType.DATE, SqlType.BIGINT, SqlType.BIGINT), bound.parameterTypes());
    assertEquals(List.of(true, true, false), bound.guessed());
  }

  @Test
  void areNumberedThroughABatch() {
    assertEquals(
        List.of(SqlType.INTEGER, SqlType.BIGINT),
        bind("BEGIN BATCH DELETE FROM t WHERE a = ?; UPDATE k SET y = ?; APPLY BATCH")
            .parameterTypes());
  }
}
