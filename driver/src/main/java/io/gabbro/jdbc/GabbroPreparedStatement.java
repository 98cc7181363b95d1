package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.execution.Cancellation;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.metadata.GabbroParameterMetaData;
import io.gabbro.jdbc.metadata.GabbroResultSetMetaData;
import io.gabbro.session.BatchFailure;
import io.gabbro.session.Parameters;
import io.gabbro.session.PreparedPlan;
import java.sql.BatchUpdateException;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement that was planned once. {@code executeBatch} is atomic: either all rows of the batch
 * take effect, or none and the update count of each is {@code EXECUTE_FAILED}.
 */
final class GabbroPreparedStatement extends ParameterSetters {
  private final String sql;
  private final KeyRequest keys;
  private final ParameterRows parameters;
  private ResultShape shape;

  /** Plans the statement; called under the lock of the connection. */
  GabbroPreparedStatement(GabbroConnection connection, String sql, KeyRequest keys)
      throws SQLException {
    super(connection);
    this.sql = sql;
    this.keys = keys;
    parameters =
        new ParameterRows(
            connection.prepare(sql, List.of(), keys),
            hints -> connection.prepare(sql, hints, keys),
            connection.zone(),
            this::hasOpenRows);
  }

  @Override
  String sql() {
    return sql;
  }

  @Override
  ParameterRows parameters() {
    return parameters;
  }

  private void execute(boolean rowsWanted) throws SQLException {
    Cancellation cancellation = begin();
    try {
      ParameterLayout row = parameters.endSingle();
      PreparedPlan plan = row.plan();
      if (rowsWanted && plan.kind() != PreparedPlan.Kind.ROWS) {
        throw noRows();
      }
      shape = keep(plan.execute(row.parameters(), cancellation), shape, keys.isWanted());
    } catch (RuntimeException e) {
      throw SqlExceptions.of(e, sql);
    }
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    connection.lock();
    try {
      execute(true);
      return rowsOfQuery();
    } finally {
      connection.unlock();
    }
  }

  @Override
  public boolean execute() throws SQLException {
    connection.lock();
    try {
      execute(false);
      return isResultSet();
    } finally {
      connection.unlock();
    }
  }

  @Override
  public int executeUpdate() throws SQLException {
    return toInt(executeLargeUpdate());
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    connection.lock();
    try {
      execute(false);
      return Math.max(0, countOfUpdate());
    } finally {
      connection.unlock();
    }
  }

  @Override
  public void addBatch() throws SQLException {
    checkOpen();
    parameters.endBatchRow();
  }

  @Override
  public void clearBatch() throws SQLException {
    checkOpen();
    parameters.clearBatch();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    connection.lock();
    try {
      Cancellation cancellation = begin();
      if (parameters.batchSize() == 0) {
        return new long[0];
      }
      try {
        return executeBatch(cancellation);
      } finally {
        parameters.clearBatch();
      }
    } finally {
      connection.unlock();
    }
  }

  private long[] executeBatch(Cancellation cancellation) throws BatchUpdateException {
    int count = parameters.batchSize();
    try {
      ParameterLayout batch = parameters.batch();
      Parameters rows = batch.parameters();
      if (batch.plan().kind() != PreparedPlan.Kind.ROWS) {
        long[] counts = batch.plan().executeBatch(rows, cancellation);
        addWarnings(connection.takeWarnings());
        return counts;
      }
      if (!keys.isWanted()) {
        throw SqlExceptions.error(
            ErrorCode.WRONG_OBJECT, "a statement that returns rows cannot be part of a batch");
      }
      KeyBatch keyBatch = new KeyBatch(batch.plan(), rows);
      long[] counts = connection.atomically(() -> keyBatch.execute(cancellation));
      keepKeys(keyBatch.keys());
      return counts;
    } catch (BatchFailure e) {
      throw BatchFailures.ofAtomic(e, sql, count);
    } catch (RuntimeException e) {
      SQLException cause = SqlExceptions.of(e, sql);
      throw BatchFailures.ofAtomic(cause, cause.getMessage(), count);
    } catch (SQLException e) {
      throw BatchFailures.ofAtomic(e, e.getMessage(), count);
    }
  }

  /** The columns of the result without executing; null when there is none. */
  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    PreparedPlan plan = parameters.plan();
    return plan.kind() == PreparedPlan.Kind.ROWS && !keys.isWanted()
        ? new GabbroResultSetMetaData(plan.columns())
        : null;
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    checkOpen();
    return new GabbroParameterMetaData(parameters.plan().parameterTypes());
  }

  @Override
  public void close() throws SQLException {
    connection.lock();
    try {
      super.close();
      parameters.close();
    } finally {
      connection.unlock();
    }
  }

  @Override
  void run(String text, KeyRequest request, boolean rowsWanted) throws SQLException {
    throw textNotAllowed();
  }

  @Override
  public void addBatch(String text) throws SQLException {
    throw textNotAllowed();
  }

  private static SQLException textNotAllowed() {
    return SqlExceptions.error(
        ErrorCode.WRONG_OBJECT,
        "a prepared statement has its SQL text: use the method without one");
  }
}
