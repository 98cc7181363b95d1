package io.gabbro.jdbc.metadata;

import io.gabbro.catalog.TableName;
import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.error.Wrapping;
import io.gabbro.jdbc.value.JdbcTypes;
import io.gabbro.session.ResultColumn;
import io.gabbro.type.SqlType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;

/** The columns of a result. Immutable; valid after the result was closed. */
public final class GabbroResultSetMetaData implements ResultSetMetaData {
  private final List<ResultColumn> columns;

  /** Of these columns. */
  public GabbroResultSetMetaData(List<ResultColumn> columns) {
    this.columns = columns;
  }

  private ResultColumn column(int index) throws SQLException {
    if (index < 1 || index > columns.size()) {
      throw SqlExceptions.error(
          ErrorCode.INVALID_ARGUMENT,
          "column index " + index + " is not between 1 and " + columns.size());
    }
    return columns.get(index - 1);
  }

  private SqlType type(int index) throws SQLException {
    return column(index).type();
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return column(column).label();
  }

  /** The name of the table's column; the label where the column is computed. */
  @Override
  public String getColumnName(int column) throws SQLException {
    return column(column).column().orElse(column(column).label());
  }

  @Override
  public String getTableName(int column) throws SQLException {
    return column(column).table().map(TableName::name).orElse("");
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    return column(column).table().map(TableName::schema).orElse("");
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    column(column);
    return "";
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return JdbcTypes.code(type(column));
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return JdbcTypes.name(type(column));
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return JdbcTypes.javaClass(type(column)).getName();
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return JdbcTypes.precision(type(column));
  }

  @Override
  public int getScale(int column) throws SQLException {
    return JdbcTypes.scale(type(column));
  }

  /**
   * The width in characters; {@link JdbcTypes#UNBOUNDED_DISPLAY_SIZE} for strings without a
   * greatest length.
   */
  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return JdbcTypes.displaySize(type(column));
  }

  @Override
  public int isNullable(int column) throws SQLException {
    return column(column).nullable() ? columnNullable : columnNoNulls;
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return JdbcTypes.isSigned(type(column));
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return JdbcTypes.isCaseSensitive(type(column));
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    column(column);
    return true;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    column(column);
    return true;
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    return isWritable(column);
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
