package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.execution.Cancellation;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.value.ColumnReader;
import io.gabbro.session.Result;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.sql.SQLException;

/**
 * The way of a result set through the batches of its rows. Moving inside a batch takes no lock;
 * fetching the next one takes that of the connection.
 */
abstract class ResultCursor extends ForwardOnlyResultSet {
  final GabbroConnection connection;
  final ResultShape shape;
  final ColumnReader[] readers;

  /** Whether the value that was read last was NULL. */
  boolean wasNull;

  private final Result.Rows rows;
  private final Cancellation cancellation;

  /** Stopped while the application reads; null without a time-out. */
  private final ExecutionClock clock;

  private RowBatch batch;

  /** The position of the current row in the vectors of the batch; negative where there is none. */
  private int row = -1;

  private int[] positions;
  private int index = -1;
  private int count;
  private long rowsBefore;
  private long rowsLeft;
  private RowBatch ahead;
  private boolean fetchedAhead;
  private boolean ended;
  private volatile boolean closed;

  ResultCursor(
      GabbroConnection connection,
      ResultShape shape,
      Result.Rows rows,
      long maxRows,
      Cancellation cancellation) {
    this.connection = connection;
    this.shape = shape;
    this.rows = rows;
    readers = shape.readers();
    rowsLeft = maxRows == 0 ? Long.MAX_VALUE : maxRows;
    this.cancellation = cancellation;
    clock = ExecutionClock.stop(cancellation);
  }

  /** Called under the lock when the last row was read or the result set is closed. */
  abstract void finished() throws SQLException;

  /** The statement for error messages, or null. */
  abstract String sql();

  @Override
  public final boolean next() throws SQLException {
    int following = index + 1;
    if (following < count) {
      index = following;
      row = positions == null ? following : positions[following];
      return true;
    }
    return nextBatch();
  }

  private boolean nextBatch() throws SQLException {
    connection.lock();
    try {
      checkOpen();
      connection.setRunning(cancellation);
      rowsBefore += count;
      row = -1;
      index = -1;
      count = 0;
      fetchAhead();
      RowBatch fetched = ahead;
      ahead = null;
      fetchedAhead = false;
      if (fetched == null) {
        end();
        return false;
      }
      Selection selection = fetched.selection();
      batch = fetched;
      positions = selection.isAll() ? null : selection.positions();
      count = (int) Math.min(rowsLeft, selection.count());
      rowsLeft -= count;
      index = 0;
      row = positions == null ? 0 : positions[0];
      return true;
    } catch (RuntimeException e) {
      end();
      throw SqlExceptions.of(e, sql());
    } finally {
      connection.unlock();
    }
  }

  /** Fetches the batch behind this one, which overwrites this one. */
  private void fetchAhead() {
    if (!fetchedAhead) {
      ahead = ended || rowsLeft == 0 ? null : clock == null ? rows.next() : clock.next(rows);
      fetchedAhead = true;
    }
  }

  private void end() throws SQLException {
    if (!ended) {
      ended = true;
      try {
        rows.close();
      } catch (RuntimeException e) {
        throw SqlExceptions.of(e, sql());
      } finally {
        finished();
      }
    }
  }

  /** The position of the current row in the vectors of the batch. */
  final int position(int columnIndex) throws SQLException {
    // Read once: another thread may close the result set at any time.
    int position = row;
    if (position < 0 || columnIndex < 1 || columnIndex > readers.length) {
      throw unreadable(columnIndex);
    }
    return position;
  }

  /** The vector of a column, after {@link #wasNull} was set for a position of it. */
  final ColumnVector vector(int columnIndex, int position) {
    ColumnVector vector = batch.column(columnIndex - 1);
    wasNull = vector.isNull(position);
    return vector;
  }

  private SQLException unreadable(int columnIndex) throws SQLException {
    checkOpen();
    return row < 0
        ? SqlExceptions.error(
            ErrorCode.INVALID_CURSOR_STATE,
            ended
                ? "the result set is behind its last row"
                : "the result set is not on a row: call next() first")
        : SqlExceptions.error(
            ErrorCode.INVALID_ARGUMENT,
            "column index " + columnIndex + " is not between 1 and " + readers.length);
  }

  @Override
  public final boolean isBeforeFirst() throws SQLException {
    return row < 0 && rowsBefore == 0 && !ended && isRowBehind();
  }

  @Override
  public final boolean isFirst() throws SQLException {
    checkOpen();
    return row >= 0 && rowsBefore + index == 0;
  }

  @Override
  public final boolean isLast() throws SQLException {
    checkOpen();
    return row >= 0 && index + 1 == count && !isRowBehind();
  }

  @Override
  public final boolean isAfterLast() throws SQLException {
    checkOpen();
    return row < 0 && ended && rowsBefore > 0;
  }

  @Override
  public final int getRow() throws SQLException {
    checkOpen();
    return row < 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, rowsBefore + index + 1);
  }

  /** Whether a batch follows; the current row is saved from being overwritten by it. */
  private boolean isRowBehind() throws SQLException {
    connection.lock();
    try {
      checkOpen();
      if (!fetchedAhead && row >= 0) {
        saveRow();
      }
      fetchAhead();
      return ahead != null;
    } catch (RuntimeException e) {
      throw SqlExceptions.of(e, sql());
    } finally {
      connection.unlock();
    }
  }

  private void saveRow() {
    ColumnVector[] columns = new ColumnVector[batch.columnCount()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = ColumnVector.allocate(batch.column(column).kind(), 1);
      columns[column].copyRow(0, batch.column(column), row);
    }
    batch = new RowBatch(columns, Selection.ofAll(1));
    row = 0;
  }

  /** Whether all rows were fetched, so that the engine is done with the statement. */
  final boolean isFinished() {
    return ended;
  }

  @Override
  public final boolean isClosed() {
    return closed || connection.isClosed();
  }

  @Override
  final void checkOpen() throws SQLException {
    if (isClosed()) {
      throw connection.isClosed()
          ? SqlExceptions.closedConnection()
          : SqlExceptions.error(ErrorCode.CLOSED, "the result set");
    }
  }

  @Override
  public final void close() throws SQLException {
    connection.lock();
    try {
      if (!closed) {
        closed = true;
        row = -1;
        count = 0;
        index = -1;
        end();
        completed();
      }
    } finally {
      connection.unlock();
    }
  }

  /** Called under the lock after the result set was closed. */
  abstract void completed() throws SQLException;
}
