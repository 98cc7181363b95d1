package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.error.Wrapping;
import io.gabbro.jdbc.value.ColumnReader;
import io.gabbro.jdbc.value.LegacyTimes;
import io.gabbro.jdbc.value.ObjectTargets;
import io.gabbro.session.Result;
import io.gabbro.vector.ColumnVector;
import java.net.MalformedURLException;
import java.net.URL;
import java.sql.Date;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/**
 * The rows of a statement, streamed from the engine a batch at a time. Used by one thread at a
 * time; closing it, its statement or its connection is safe from any thread.
 */
final class GabbroResultSet extends GettersByIndex implements ResultOwner {
  private final StatementResults statement;
  private SQLWarning warnings;
  private int fetchSize;

  /**
   * A result set before its first row.
   *
   * @param statement null for the results of {@code DatabaseMetaData}
   */
  GabbroResultSet(
      GabbroConnection connection,
      StatementResults statement,
      ResultShape shape,
      Result.Rows rows,
      ResultLimits limits,
      Cancellation cancellation) {
    super(connection, shape, rows, limits.maxRows(), limits.maxFieldSize(), cancellation);
    this.statement = statement;
    fetchSize = limits.fetchSize();
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return wasNull;
  }

  @Override
  public int findColumn(String columnLabel) throws SQLException {
    checkOpen();
    return shape.find(columnLabel);
  }

  @Override
  public Object getObject(int columnIndex) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    return wasNull ? null : readers[columnIndex - 1].toObject(vector, position);
  }

  @Override
  public <T> T getObject(int columnIndex, Class<T> type) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    ObjectTargets.Target target = ObjectTargets.of(type);
    return wasNull ? null : type.cast(target.read(readers[columnIndex - 1], vector, position));
  }

  /** The map is not looked at: this database has no user-defined types. */
  @Override
  public Object getObject(int columnIndex, Map<String, Class<?>> map) throws SQLException {
    return getObject(columnIndex);
  }

  @Override
  public Date getDate(int columnIndex) throws SQLException {
    return getDate(columnIndex, null);
  }

  @Override
  public Date getDate(int columnIndex, Calendar calendar) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    if (wasNull) {
      return null;
    }
    ColumnReader reader = readers[columnIndex - 1];
    return calendar != null && reader.isAbsolute()
        ? LegacyTimes.date(
            LegacyTimes.local(reader.toInstant(vector, position), calendar).toLocalDate(), calendar)
        : LegacyTimes.date(reader.toDate(vector, position), calendar);
  }

  @Override
  public Time getTime(int columnIndex) throws SQLException {
    return getTime(columnIndex, null);
  }

  @Override
  public Time getTime(int columnIndex, Calendar calendar) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    if (wasNull) {
      return null;
    }
    ColumnReader reader = readers[columnIndex - 1];
    return calendar != null && reader.isAbsolute()
        ? LegacyTimes.time(
            LegacyTimes.local(reader.toInstant(vector, position), calendar).toLocalTime(), calendar)
        : LegacyTimes.time(reader.toTime(vector, position), calendar);
  }

  @Override
  public Timestamp getTimestamp(int columnIndex) throws SQLException {
    return getTimestamp(columnIndex, null);
  }

  @Override
  public Timestamp getTimestamp(int columnIndex, Calendar calendar) throws SQLException {
    int position = position(columnIndex);
    ColumnVector vector = vector(columnIndex, position);
    if (wasNull) {
      return null;
    }
    ColumnReader reader = readers[columnIndex - 1];
    return reader.isAbsolute()
        ? LegacyTimes.timestamp(reader.toInstant(vector, position).toInstant())
        : LegacyTimes.timestamp(reader.toTimestamp(vector, position), calendar);
  }

  @Override
  public URL getURL(int columnIndex) throws SQLException {
    String text = getString(columnIndex);
    try {
      return text == null ? null : new URL(text);
    } catch (MalformedURLException e) {
      throw SqlExceptions.of(
          GabbroException.causedBy(e, ErrorCode.INVALID_TEXT_REPRESENTATION, "URL", text));
    }
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return shape.metaData();
  }

  @Override
  public Statement getStatement() throws SQLException {
    checkOpen();
    return statement;
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings;
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    warnings = null;
  }

  /** A hint that nobody needs: batches have the size that suits the engine. */
  @Override
  public void setFetchSize(int rows) throws SQLException {
    checkOpen();
    fetchSize = StatementSettings.notNegative(rows, "fetch size");
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  @Override
  String sql() {
    return statement == null ? null : statement.sql();
  }

  @Override
  void finished() {
    if (statement != null) {
      warnings = connection.takeWarnings();
    } else {
      connection.forget(this);
    }
  }

  /** For the results of {@code DatabaseMetaData}, which no statement owns. */
  @Override
  public void closeOpenResults() throws SQLException {
    close();
  }

  @Override
  void completed() throws SQLException {
    if (statement != null) {
      statement.resultClosed(this);
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapping.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
