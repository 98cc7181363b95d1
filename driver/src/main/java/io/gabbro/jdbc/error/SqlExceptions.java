package io.gabbro.jdbc.error;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;

/**
 * Turns the errors of the engine into the subclass of {@link SQLException} that their SQLSTATE asks
 * for. The message has the place in the statement, the line of the statement with a caret, and the
 * hint, where there are such.
 *
 * <p>No error of a running statement has a SQLSTATE of class {@code 08} or the code {@code 0A000}:
 * connection pools evict a connection that reports those. Only the use of a closed connection is
 * {@code 08003}, where eviction is right.
 */
public final class SqlExceptions {
  private static final String CONNECTION_DOES_NOT_EXIST = "08003";

  private SqlExceptions() {}

  /** An error of the driver itself. */
  public static SQLException error(ErrorCode code, Object... arguments) {
    return of(new GabbroException(code, arguments));
  }

  /** Any error that has no statement. */
  public static SQLException of(RuntimeException failure) {
    return of(failure, null);
  }

  /**
   * Any error.
   *
   * @param failure what happened; other exceptions than those of the engine are internal errors
   * @param sql the statement, or null
   */
  public static SQLException of(RuntimeException failure, String sql) {
    if (failure instanceof GabbroException error) {
      return subclass(error, ErrorMessage.of(error, sql));
    }
    return subclass(
        GabbroException.causedBy(failure, ErrorCode.INTERNAL, failure.toString()),
        "internal error: " + failure);
  }

  /** The use of a connection that was closed. */
  public static SQLException closedConnection() {
    return new SQLNonTransientConnectionException(
        "the connection is closed", CONNECTION_DOES_NOT_EXIST);
  }

  /** A part of JDBC that an embedded database without it has no use for. */
  public static SQLFeatureNotSupportedException unsupported(String what) {
    GabbroException error = new GabbroException(ErrorCode.UNSUPPORTED, what);
    return new SQLFeatureNotSupportedException(error.getMessage(), error.sqlState(), error);
  }

  private static SQLException subclass(GabbroException error, String message) {
    String state = error.sqlState();
    return switch (error.code()) {
      case QUERY_CANCELED ->
          isTimeout(error)
              ? new SQLTimeoutException(message, state, error)
              : new SQLException(message, state, error);
      case LOCK_NOT_AVAILABLE -> new SQLTransientException(message, state, error);
      default -> ofClass(state.substring(0, 2), message, state, error);
    };
  }

  private static SQLException ofClass(
      String stateClass, String message, String state, GabbroException error) {
    return switch (stateClass) {
      case "22" -> new SQLDataException(message, state, error);
      case "23" -> new SQLIntegrityConstraintViolationException(message, state, error);
      case "40" -> new SQLTransactionRollbackException(message, state, error);
      case "42" -> new SQLSyntaxErrorException(message, state, error);
      default -> new SQLException(message, state, error);
    };
  }

  private static boolean isTimeout(GabbroException error) {
    return error.getMessage().endsWith("timeout");
  }
}
