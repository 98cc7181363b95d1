package io.gabbro.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.jdbc.error.SqlExceptions;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import org.junit.jupiter.api.Test;

class ErrorTest extends DatabaseTest {
  private static SQLException of(ErrorCode code) {
    Object[] arguments = {"a", "b", "c", "d"};
    return SqlExceptions.of(new GabbroException(code, arguments));
  }

  @Test
  void theClassOfTheStateDecides() {
    assertInstanceOf(SQLDataException.class, of(ErrorCode.DIVISION_BY_ZERO));
    assertInstanceOf(
        SQLIntegrityConstraintViolationException.class, of(ErrorCode.UNIQUE_VIOLATION));
    assertInstanceOf(SQLSyntaxErrorException.class, of(ErrorCode.UNDEFINED_TABLE));
    assertInstanceOf(SQLTransactionRollbackException.class, of(ErrorCode.DEADLOCK));
    assertInstanceOf(SQLTransientException.class, of(ErrorCode.LOCK_NOT_AVAILABLE));
    assertEquals(SQLException.class, of(ErrorCode.IO_ERROR).getClass());
    assertEquals(SQLException.class, of(ErrorCode.QUERY_CANCELED).getClass());
    assertInstanceOf(
        SQLTimeoutException.class,
        SqlExceptions.of(new GabbroException(ErrorCode.QUERY_CANCELED, "statement timeout")));
  }

  @Test
  void noErrorMakesAPoolEvictItsConnection() {
    for (ErrorCode code : ErrorCode.values()) {
      String state = of(code).getSQLState();
      assertEquals(code.sqlState(), state);
      assertFalse(state.startsWith("08") || state.equals("0A000"), code.name());
    }
  }

  @Test
  void otherExceptionsAreInternalErrors() {
    RuntimeException cause = new IllegalStateException("oops");
    SQLException error = SqlExceptions.of(cause);
    assertEquals("XX000", error.getSQLState());
    assertEquals(cause, error.getCause().getCause());
  }

  @Test
  void theMessageShowsThePlaceAndAHint() throws SQLException {
    execute("CREATE TABLE t (name TEXT)");
    SQLException error = assertState("42703", () -> query("SELECT 1,\n       nme\nFROM t"));
    assertEquals(
        """
        column "nme" does not exist (line 2, column 8)
               nme
               ^
        Hint: did you mean "name"?""",
        error.getMessage());
  }

  @Test
  void aSyntaxErrorShowsThePlaceOnce() {
    SQLException error = assertState("42601", () -> query("SELECT 1 FORM t WHERE"));
    String message = error.getMessage();
    assertEquals(message.indexOf("(line"), message.lastIndexOf("(line"));
    assertTrue(message.contains("\nSELECT 1 FORM t WHERE\n"), message);
  }

  @Test
  void errorsOfRowsReachTheReader() throws SQLException {
    createBigTable(12);
    assertState("22012", () -> query("SELECT 1 / (n - 4000) FROM big"));
    assertEquals(1, query("SELECT 1").size());
  }
}
