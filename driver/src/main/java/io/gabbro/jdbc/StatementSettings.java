package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.error.Wrapping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** What can be set on a statement, and its warnings. */
abstract class StatementSettings implements Statement {
  private long maxRows;
  private int maxFieldSize;
  private int queryTimeoutSeconds;
  private int fetchSize;
  private boolean poolable;
  private boolean closeOnCompletion;
  private boolean escapeProcessing = true;
  private SQLWarning warnings;
  private ResultLimits limits = ResultLimits.NONE;

  /** Throws if the statement or its connection is closed. */
  abstract void checkOpen() throws SQLException;

  /** A number that was checked not to be negative. */
  static int notNegative(int number, String what) throws SQLException {
    return (int) notNegative((long) number, what);
  }

  static long notNegative(long number, String what) throws SQLException {
    if (number < 0) {
      throw SqlExceptions.error(
          ErrorCode.INVALID_ARGUMENT, "the " + what + " must not be negative");
    }
    return number;
  }

  final ResultLimits limits() {
    return limits;
  }

  /** Nanoseconds; 0 without time-out. */
  final long timeoutNanos() {
    return TimeUnit.SECONDS.toNanos(queryTimeoutSeconds);
  }

  final boolean isEscapeProcessing() {
    return escapeProcessing;
  }

  final void addWarnings(SQLWarning more) {
    if (warnings == null) {
      warnings = more;
    } else if (more != null) {
      warnings.setNextWarning(more);
    }
  }

  final void forgetWarnings() {
    warnings = null;
  }

  private void updateLimits() {
    limits = new ResultLimits(maxRows, maxFieldSize, fetchSize);
  }

  @Override
  public final void setMaxRows(int max) throws SQLException {
    setLargeMaxRows(max);
  }

  @Override
  public final void setLargeMaxRows(long max) throws SQLException {
    checkOpen();
    maxRows = notNegative(max, "maximum number of rows");
    updateLimits();
  }

  @Override
  public final int getMaxRows() throws SQLException {
    return (int) Math.min(Integer.MAX_VALUE, getLargeMaxRows());
  }

  @Override
  public final long getLargeMaxRows() throws SQLException {
    checkOpen();
    return maxRows;
  }

  @Override
  public final void setMaxFieldSize(int max) throws SQLException {
    checkOpen();
    maxFieldSize = notNegative(max, "maximum field size");
    updateLimits();
  }

  @Override
  public final int getMaxFieldSize() throws SQLException {
    checkOpen();
    return maxFieldSize;
  }

  /** A hint that nobody needs: batches have the size that suits the engine. */
  @Override
  public final void setFetchSize(int rows) throws SQLException {
    checkOpen();
    fetchSize = notNegative(rows, "fetch size");
    updateLimits();
  }

  @Override
  public final int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  /** The time that the engine may work for an execution and its rows. */
  @Override
  public final void setQueryTimeout(int seconds) throws SQLException {
    checkOpen();
    queryTimeoutSeconds = notNegative(seconds, "query timeout");
  }

  @Override
  public final int getQueryTimeout() throws SQLException {
    checkOpen();
    return queryTimeoutSeconds;
  }

  @Override
  public final void setEscapeProcessing(boolean enable) throws SQLException {
    checkOpen();
    escapeProcessing = enable;
  }

  @Override
  public final void setPoolable(boolean value) throws SQLException {
    checkOpen();
    poolable = value;
  }

  @Override
  public final boolean isPoolable() throws SQLException {
    checkOpen();
    return poolable;
  }

  @Override
  public final void closeOnCompletion() throws SQLException {
    checkOpen();
    closeOnCompletion = true;
  }

  @Override
  public final boolean isCloseOnCompletion() throws SQLException {
    checkOpen();
    return closeOnCompletion;
  }

  final boolean closesOnCompletion() {
    return closeOnCompletion;
  }

  @Override
  public final void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    if (direction != ResultSet.FETCH_FORWARD
        && direction != ResultSet.FETCH_REVERSE
        && direction != ResultSet.FETCH_UNKNOWN) {
      throw SqlExceptions.error(ErrorCode.INVALID_ARGUMENT, direction + " is no fetch direction");
    }
  }

  /** Rows are always fetched forward; the setter is a hint. */
  @Override
  public final int getFetchDirection() throws SQLException {
    checkOpen();
    return ResultSet.FETCH_FORWARD;
  }

  @Override
  public final int getResultSetType() throws SQLException {
    checkOpen();
    return ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public final int getResultSetConcurrency() throws SQLException {
    checkOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public final int getResultSetHoldability() throws SQLException {
    checkOpen();
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  /** There are no positioned updates, so that the name of a cursor has no use: ignored. */
  @Override
  public final void setCursorName(String name) throws SQLException {
    checkOpen();
  }

  @Override
  public final SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings;
  }

  @Override
  public final void clearWarnings() throws SQLException {
    checkOpen();
    forgetWarnings();
  }

  @Override
  public final <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapping.unwrap(this, type);
  }

  @Override
  public final boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
