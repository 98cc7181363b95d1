package io.gabbro.plan.binder;

import static io.gabbro.plan.binder.Bindings.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.error.ErrorCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderErrorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "UNDEFINED_TABLE; SELECT * FROM ¦missing",
        "UNDEFINED_TABLE; SELECT * FROM ¦other.t",
        "UNDEFINED_TABLE; INSERT INTO ¦missing VALUES (1)",
        "UNDEFINED_TABLE; UPDATE ¦missing SET a = 1",
        "UNDEFINED_TABLE; DELETE FROM ¦missing",
        "UNDEFINED_TABLE; COPY ¦missing FROM 'x'",
        "UNDEFINED_COLUMN; SELECT a, ¦missing FROM t",
        "UNDEFINED_COLUMN; SELECT t.¦missing FROM t",
        "UNDEFINED_COLUMN; SELECT ¦a",
        "UNDEFINED_COLUMN; SELECT a FROM t WHERE ¦missing = 1",
        "UNDEFINED_COLUMN; SELECT a AS x FROM t WHERE ¦x = 1",
        "UNDEFINED_COLUMN; SELECT a FROM t ORDER BY ¦missing",
        "UNDEFINED_COLUMN; SELECT a AS x FROM t ORDER BY ¦x + 1",
        "UNDEFINED_COLUMN; INSERT INTO t (¦missing) VALUES (1)",
        "UNDEFINED_COLUMN; UPDATE t SET ¦missing = 1",
        "MISSING_FROM_ENTRY; SELECT ¦x.a FROM t",
        "MISSING_FROM_ENTRY; SELECT ¦t.a FROM t AS x",
        "MISSING_FROM_ENTRY; SELECT ¦x.* FROM t",
        "AMBIGUOUS_COLUMN; SELECT ¦a FROM (SELECT 1 AS a, 2 AS a) d",
        "AMBIGUOUS_COLUMN; SELECT a AS x, b AS x FROM t ORDER BY ¦x",
        "DUPLICATE_COLUMN; INSERT INTO t (a, b, ¦a) VALUES (1, 'x', 2)",
        "DUPLICATE_COLUMN; UPDATE t SET b = 'x', ¦b = 'y'",
        "COLUMN_COUNT_MISMATCH; INSERT INTO t (a, b) VALUES (¦1)",
        "COLUMN_COUNT_MISMATCH; INSERT INTO heap VALUES (¦1, 'x', NULL, 4)",
        "COLUMN_COUNT_MISMATCH; INSERT INTO t (a) ¦SELECT 1, 2",
        "DATATYPE_MISMATCH; SELECT 1 FROM t WHERE ¦a",
        "DATATYPE_MISMATCH; SELECT 1 FROM t WHERE a = 1 AND ¦n",
        "DATATYPE_MISMATCH; SELECT NOT ¦a FROM t",
        "DATATYPE_MISMATCH; SELECT count(*) FROM t HAVING ¦5",
        "DATATYPE_MISMATCH; SELECT CASE WHEN ¦a THEN 1 END FROM t",
        "DATATYPE_MISMATCH; SELECT CASE WHEN flag THEN a ELSE ¦d END FROM t",
        "DATATYPE_MISMATCH; SELECT coalesce(a, ¦flag) FROM t",
        "DATATYPE_MISMATCH; VALUES (1), (¦TRUE)",
        "DATATYPE_MISMATCH; INSERT INTO t (a) VALUES (¦TRUE)",
        "DATATYPE_MISMATCH; UPDATE t SET d = ¦5",
        "DATATYPE_MISMATCH; SELECT a FROM t LIMIT ¦TRUE",
        "DATATYPE_MISMATCH; SELECT ¦a IS TRUE FROM t",
        "UNDEFINED_OPERATOR; SELECT d ¦= 5 FROM t",
        "UNDEFINED_OPERATOR; SELECT flag ¦+ 1 FROM t",
        "UNDEFINED_OPERATOR; SELECT ¦-b FROM t",
        "UNDEFINED_OPERATOR; SELECT a IN (1, ¦flag) FROM t",
        "UNDEFINED_FUNCTION; SELECT ¦missing(a) FROM t",
        "UNDEFINED_FUNCTION; SELECT ¦sum(b) FROM t",
        "CANNOT_COERCE; SELECT CAST(¦flag AS date) FROM t",
        "UNDEFINED_TYPE; SELECT CAST(a AS ¦thing) FROM t",
        "INVALID_TEXT_REPRESENTATION; SELECT * FROM t WHERE a = ¦'x'",
        "INVALID_TEXT_REPRESENTATION; INSERT INTO t (a) VALUES (¦'x')",
        "INVALID_TEXT_REPRESENTATION; SELECT CAST(¦'x' AS integer)",
        "INVALID_DATETIME; SELECT * FROM t WHERE d IN ('2024-01-01', ¦'x')",
        "DATETIME_OUT_OF_RANGE; SELECT ¦DATE '2024-13-01'",
        "STRING_TOO_LONG; INSERT INTO t (a, v) VALUES (1, ¦'abcd')",
        "NUMERIC_OUT_OF_RANGE; INSERT INTO t (a) VALUES (¦3000000000)",
        "NUMERIC_OUT_OF_RANGE; SELECT ¦1e400",
        "GROUPING_ERROR; SELECT ¦b, count(*) FROM t",
        "GROUPING_ERROR; SELECT ¦x, count(*) FROM k GROUP BY w",
        "GROUPING_ERROR; SELECT w + 1, ¦w FROM k GROUP BY w + 1",
        "GROUPING_ERROR; SELECT ¦* FROM k GROUP BY w",
        "GROUPING_ERROR; SELECT count(*) FROM t HAVING ¦b = 'x'",
        "GROUPING_ERROR; SELECT count(*) FROM t ORDER BY ¦b",
        "AGGREGATE_NOT_ALLOWED; SELECT 1 FROM t WHERE ¦count(*) > 1",
        "AGGREGATE_NOT_ALLOWED; SELECT 1 FROM t GROUP BY ¦count(*)",
        "AGGREGATE_NOT_ALLOWED; SELECT count(*) FROM t GROUP BY ¦1",
        "AGGREGATE_NOT_ALLOWED; SELECT sum(¦count(*)) FROM t",
        "AGGREGATE_NOT_ALLOWED; SELECT sum(a) FILTER (WHERE ¦count(*) > 1) FROM t",
        "AGGREGATE_NOT_ALLOWED; UPDATE t SET a = ¦max(a)",
        "AGGREGATE_NOT_ALLOWED; INSERT INTO t (a) VALUES (¦count(*))",
        "AGGREGATE_NOT_ALLOWED; SELECT a FROM t LIMIT ¦count(*)",
        "AGGREGATE_NOT_ALLOWED; DELETE FROM t RETURNING ¦count(*)",
        "WRONG_OBJECT; SELECT ¦nullif(DISTINCT a, 1) FROM t",
        "WRONG_OBJECT; SELECT ¦nullif(a, 1) FILTER (WHERE flag) FROM t",
        "INVALID_COLUMN_REFERENCE; SELECT a FROM t ORDER BY ¦2",
        "INVALID_COLUMN_REFERENCE; SELECT a FROM t GROUP BY ¦0",
        "INVALID_COLUMN_REFERENCE; SELECT DISTINCT a FROM t ORDER BY ¦b",
        "INVALID_COLUMN_REFERENCE; SELECT a FROM t LIMIT ¦a",
        "INVALID_COLUMN_REFERENCE; SELECT count(DISTINCT a ORDER BY ¦b) FROM t",
        "INVALID_COLUMN_REFERENCE; SELECT * FROM (SELECT 1) d (a, ¦b)",
        "SYNTAX_ERROR; SELECT ¦*",
        "SYNTAX_ERROR; SELECT a FROM t ORDER BY ¦'x'",
        "SYNTAX_ERROR; SELECT a FROM t GROUP BY ¦1.5",
      })
  void pointAtTheirPlace(ErrorCode code, String sql) {
    assertFails(code, sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "UNDEFINED_TABLE; SELECT * FROM ¦dayz; did you mean \"days\"?",
        "UNDEFINED_COLUMN; SELECT ¦flga FROM t; did you mean \"flag\"?",
        "UNDEFINED_COLUMN; INSERT INTO t (¦flga) VALUES (TRUE); did you mean \"flag\"?",
        "UNDEFINED_FUNCTION; SELECT ¦cuont(a) FROM t; did you mean \"count\"?",
        "MISSING_FROM_ENTRY; SELECT ¦days.day FROM days AS x; did you mean \"x\"?",
        "UNDEFINED_OPERATOR; SELECT d ¦= 5 FROM t; you might need to add explicit type casts",
      })
  void carryHints(ErrorCode code, String sql, String hint) {
    assertEquals(Optional.of(hint), assertFails(code, sql).hint());
  }

  @Test
  void nameTypesAsSqlDoes() {
    assertEquals(
        "operator does not exist: date = integer",
        assertFails(ErrorCode.UNDEFINED_OPERATOR, "SELECT d ¦= 5 FROM t").getMessage());
    assertEquals(
        "column \"a\" is of type integer but expression is of type boolean",
        assertFails(ErrorCode.DATATYPE_MISMATCH, "INSERT INTO t (a) VALUES (¦TRUE)").getMessage());
    assertEquals(
        "argument of WHERE must be type boolean, not type integer",
        assertFails(ErrorCode.DATATYPE_MISMATCH, "SELECT 1 FROM t WHERE ¦a").getMessage());
    assertEquals(
        "CASE types integer and date cannot be matched",
        assertFails(ErrorCode.DATATYPE_MISMATCH, "SELECT CASE WHEN flag THEN a ELSE ¦d END FROM t")
            .getMessage());
    assertEquals(
        "column \"k.x\" must appear in the GROUP BY clause or be used in an aggregate function",
        assertFails(ErrorCode.GROUPING_ERROR, "SELECT ¦x FROM k GROUP BY w").getMessage());
  }
}
