package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.execution.Cancellation;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.metadata.MemoryRows;
import io.gabbro.session.Result;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What an execution leaves on its statement: a result set or an update count, and keys. */
abstract class StatementResults extends StatementSettings implements ResultOwner {
  private static final long NO_COUNT = -1;

  final GabbroConnection connection;

  private volatile Cancellation cancellation = new Cancellation();
  private volatile boolean closed;
  private GabbroResultSet current;
  private GabbroResultSet keys;

  /** What {@link #getMoreResults(int)} was to keep. */
  private final List<GabbroResultSet> kept = new ArrayList<>(0);

  private long updateCount = NO_COUNT;

  /** The changed rows of DML whose result is a result set; {@code NO_COUNT} for queries. */
  private long returnedCount = NO_COUNT;

  StatementResults(GabbroConnection connection) {
    this.connection = connection;
    connection.remember(this);
  }

  /** The SQL text that is executed, after the translation of escapes; null before. */
  abstract String sql();

  /**
   * Begins an execution, under the lock of the connection: closes the results of the one before.
   *
   * @return what stops the execution
   */
  final Cancellation begin() throws SQLException {
    checkOpen();
    closeResults();
    forgetWarnings();
    Cancellation fresh = new Cancellation();
    long timeout = timeoutNanos();
    if (timeout != 0) {
      fresh.startTimeout(timeout);
    }
    cancellation = fresh;
    connection.setRunning(fresh);
    return fresh;
  }

  /**
   * Keeps what an execution gave.
   *
   * @param shape that of its rows, or null to make one
   * @param keysWanted whether the rows of DML are generated keys and not a result
   * @return the shape of the rows; {@code shape} where there are none
   */
  final ResultShape keep(Result result, ResultShape shape, boolean keysWanted) {
    ResultShape used = shape;
    if (result instanceof Result.Rows rows) {
      if (used == null || !used.isOf(rows.columns())) {
        used = new ResultShape(rows.columns(), connection.zone());
      }
      keepRows(rows, used, keysWanted);
    } else if (result instanceof Result.UpdateCount update) {
      updateCount = update.count();
    } else if (result instanceof Result.BatchCounts batch) {
      updateCount = 0;
      for (long count : batch.counts()) {
        updateCount += count;
      }
    }
    addWarnings(connection.takeWarnings());
    return used;
  }

  private void keepRows(Result.Rows rows, ResultShape shape, boolean keysWanted) {
    long count = rows.updateCount();
    if (keysWanted && count >= 0) {
      updateCount = count;
      keys = open(rows, shape, ResultLimits.NONE);
    } else {
      returnedCount = count;
      current = open(rows, shape, limits());
    }
  }

  private GabbroResultSet open(Result.Rows rows, ResultShape shape, ResultLimits limits) {
    return new GabbroResultSet(connection, this, shape, rows, limits, cancellation);
  }

  /** Keeps the keys that a batch generated. */
  final void keepKeys(MemoryRows generated) {
    keys = open(generated, new ResultShape(generated.columns(), connection.zone()), limits());
  }

  private void closeResults() throws SQLException {
    GabbroResultSet result = current;
    GabbroResultSet generated = keys;
    current = null;
    keys = null;
    updateCount = NO_COUNT;
    returnedCount = NO_COUNT;
    if (result != null) {
      result.close();
    }
    if (generated != null) {
      generated.close();
    }
  }

  /** Whether rows of the last execution may still be fetched, with its parameters. */
  final boolean hasOpenRows() {
    return (current != null && !current.isFinished()) || (keys != null && !keys.isFinished());
  }

  /** The result set of a query that has just been executed. */
  final ResultSet rowsOfQuery() {
    return current;
  }

  final boolean isResultSet() {
    return current != null;
  }

  /** The update count of a statement that has just been executed. */
  final long countOfUpdate() throws SQLException {
    if (current != null) {
      long count = returnedCount;
      closeResults();
      if (count < 0) {
        throw SqlExceptions.error(
            ErrorCode.WRONG_OBJECT, "the statement returns rows: use executeQuery()");
      }
      updateCount = count;
    }
    return updateCount;
  }

  static SQLException noRows() {
    return SqlExceptions.error(
        ErrorCode.WRONG_OBJECT, "the statement returns no rows: use executeUpdate() or execute()");
  }

  /** Called under the lock when a result set was closed that may be one of this statement's. */
  final void resultClosed(GabbroResultSet result) throws SQLException {
    GabbroResultSet other = result == current ? keys : current;
    if (closesOnCompletion()
        && (result == current || result == keys)
        && (other == null || other.isClosed())) {
      close();
    }
  }

  @Override
  public final ResultSet getResultSet() throws SQLException {
    checkOpen();
    return current;
  }

  @Override
  public final int getUpdateCount() throws SQLException {
    return (int) Math.min(Integer.MAX_VALUE, getLargeUpdateCount());
  }

  @Override
  public final long getLargeUpdateCount() throws SQLException {
    checkOpen();
    return updateCount;
  }

  @Override
  public final boolean getMoreResults() throws SQLException {
    return getMoreResults(CLOSE_CURRENT_RESULT);
  }

  /** There never is another result. */
  @Override
  public final boolean getMoreResults(int what) throws SQLException {
    connection.lock();
    try {
      checkOpen();
      GabbroResultSet result = current;
      current = null;
      updateCount = NO_COUNT;
      if (result != null) {
        keepOrClose(result, what);
      }
      return false;
    } finally {
      connection.unlock();
    }
  }

  private void keepOrClose(GabbroResultSet result, int what) throws SQLException {
    if (what == CLOSE_ALL_RESULTS) {
      closeKept();
    }
    if (what != KEEP_CURRENT_RESULT) {
      result.close();
    } else if (!result.isFinished()) {
      kept.add(result);
    }
  }

  private void closeKept() throws SQLException {
    for (GabbroResultSet result : List.copyOf(kept)) {
      result.close();
    }
    kept.clear();
  }

  @Override
  public final void closeOpenResults() throws SQLException {
    List<GabbroResultSet> open = new ArrayList<>(kept);
    kept.clear();
    if (current != null && !current.isFinished()) {
      open.add(current);
    }
    if (keys != null && !keys.isFinished()) {
      open.add(keys);
    }
    ResultOwner.closeAll(open);
  }

  @Override
  public final ResultSet getGeneratedKeys() throws SQLException {
    connection.lock();
    try {
      checkOpen();
      if (keys == null) {
        keepKeys(MemoryRows.empty(List.of()));
      }
      return keys;
    } finally {
      connection.unlock();
    }
  }

  /** Safe from any thread and at any time; takes no lock. */
  @Override
  public final void cancel() throws SQLException {
    checkOpen();
    cancellation.cancel();
  }

  @Override
  public final Connection getConnection() throws SQLException {
    checkOpen();
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.lock();
    try {
      if (!closed) {
        closed = true;
        connection.forget(this);
        closeKept();
        closeResults();
      }
    } finally {
      connection.unlock();
    }
  }

  @Override
  public final boolean isClosed() {
    return closed || connection.isClosed();
  }

  @Override
  final void checkOpen() throws SQLException {
    connection.checkOpen();
    if (closed) {
      throw SqlExceptions.error(ErrorCode.CLOSED, "the statement");
    }
  }
}
