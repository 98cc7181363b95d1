package io.gabbro.jdbc;

import io.gabbro.error.GabbroException;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.value.JdbcTypes;
import io.gabbro.jdbc.value.LegacyTimes;
import io.gabbro.jdbc.value.ParameterObjects;
import io.gabbro.jdbc.value.ParameterValue;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Calendar;

/** The setters of parameters but those of streams. */
abstract class ParameterSetters extends StreamSetters implements PreparedStatement {
  ParameterSetters(GabbroConnection connection) {
    super(connection);
  }

  @Override
  public final void setNull(int parameterIndex, int sqlType) throws SQLException {
    parameters().setNull(parameterIndex);
  }

  @Override
  public final void setNull(int parameterIndex, int sqlType, String typeName) throws SQLException {
    parameters().setNull(parameterIndex);
  }

  @Override
  public final void setBoolean(int parameterIndex, boolean value) throws SQLException {
    parameters().setBoolean(parameterIndex, value);
  }

  @Override
  public final void setByte(int parameterIndex, byte value) throws SQLException {
    parameters().setByte(parameterIndex, value);
  }

  @Override
  public final void setShort(int parameterIndex, short value) throws SQLException {
    parameters().setShort(parameterIndex, value);
  }

  @Override
  public final void setInt(int parameterIndex, int value) throws SQLException {
    parameters().setInt(parameterIndex, value);
  }

  @Override
  public final void setLong(int parameterIndex, long value) throws SQLException {
    parameters().setLong(parameterIndex, value);
  }

  @Override
  public final void setFloat(int parameterIndex, float value) throws SQLException {
    parameters().setFloat(parameterIndex, value);
  }

  @Override
  public final void setDouble(int parameterIndex, double value) throws SQLException {
    parameters().setDouble(parameterIndex, value);
  }

  @Override
  public final void setBigDecimal(int parameterIndex, BigDecimal value) throws SQLException {
    parameters().setValue(parameterIndex, value);
  }

  @Override
  public final void setString(int parameterIndex, String value) throws SQLException {
    parameters().setValue(parameterIndex, value);
  }

  @Override
  public final void setNString(int parameterIndex, String value) throws SQLException {
    parameters().setValue(parameterIndex, value);
  }

  @Override
  public final void setBytes(int parameterIndex, byte[] value) throws SQLException {
    parameters().setValue(parameterIndex, value);
  }

  @Override
  public final void setDate(int parameterIndex, Date value) throws SQLException {
    setDate(parameterIndex, value, null);
  }

  @Override
  public final void setDate(int parameterIndex, Date value, Calendar calendar) throws SQLException {
    parameters()
        .setValue(parameterIndex, value == null ? null : LegacyTimes.localDate(value, calendar));
  }

  @Override
  public final void setTime(int parameterIndex, Time value) throws SQLException {
    setTime(parameterIndex, value, null);
  }

  @Override
  public final void setTime(int parameterIndex, Time value, Calendar calendar) throws SQLException {
    parameters()
        .setValue(parameterIndex, value == null ? null : LegacyTimes.localTime(value, calendar));
  }

  @Override
  public final void setTimestamp(int parameterIndex, Timestamp value) throws SQLException {
    parameters().setValue(parameterIndex, value);
  }

  /** The calendar's zone counts only where the parameter is a local time. */
  @Override
  public final void setTimestamp(int parameterIndex, Timestamp value, Calendar calendar)
      throws SQLException {
    boolean isLocal = value != null && calendar != null && !isAbsolute(parameterIndex);
    parameters()
        .setValue(parameterIndex, isLocal ? LegacyTimes.localTimestamp(value, calendar) : value);
  }

  private boolean isAbsolute(int parameterIndex) {
    return parameterIndex >= 1
        && parameterIndex <= parameters().count()
        && parameters().type(parameterIndex - 1).equals(SqlType.TIMESTAMP_WITH_TIME_ZONE);
  }

  @Override
  public final void setURL(int parameterIndex, URL value) throws SQLException {
    setObject(parameterIndex, value);
  }

  @Override
  public final void setObject(int parameterIndex, Object value) throws SQLException {
    parameters().setValue(parameterIndex, ParameterObjects.value(value));
  }

  @Override
  public final void setObject(int parameterIndex, Object value, int targetSqlType)
      throws SQLException {
    setConverted(parameterIndex, value, targetSqlType, -1);
  }

  @Override
  public final void setObject(
      int parameterIndex, Object value, int targetSqlType, int scaleOrLength) throws SQLException {
    setConverted(parameterIndex, value, targetSqlType, scaleOrLength);
  }

  @Override
  public final void setObject(int parameterIndex, Object value, SQLType targetSqlType)
      throws SQLException {
    setConverted(parameterIndex, value, targetSqlType.getVendorTypeNumber(), -1);
  }

  @Override
  public final void setObject(
      int parameterIndex, Object value, SQLType targetSqlType, int scaleOrLength)
      throws SQLException {
    setConverted(parameterIndex, value, targetSqlType.getVendorTypeNumber(), scaleOrLength);
  }

  private void setConverted(int parameterIndex, Object object, int targetSqlType, int scale)
      throws SQLException {
    Object value = ParameterObjects.value(object);
    if (value == null || targetSqlType == Types.OTHER || targetSqlType == Types.JAVA_OBJECT) {
      parameters().setValue(parameterIndex, value);
      return;
    }
    SqlType target =
        JdbcTypes.type(targetSqlType)
            .orElseThrow(() -> SqlExceptions.unsupported("JDBC type " + targetSqlType));
    try {
      parameters()
          .setValue(
              parameterIndex,
              ParameterValue.convert(value, scaled(target, value, scale), connection.zone()));
    } catch (GabbroException e) {
      throw SqlExceptions.of(e);
    }
  }

  /** The target with the scale that the caller gives, or else with that of the value. */
  private static SqlType scaled(SqlType target, Object value, int scale) {
    if (target.kind() != TypeKind.NUMERIC) {
      return target;
    }
    if (scale >= 0 && scale <= SqlType.MAX_PRECISION) {
      return SqlType.numeric(SqlType.MAX_PRECISION, scale);
    }
    return value instanceof BigDecimal ? ParameterValue.type(value) : target;
  }

  @Override
  public final void setArray(int parameterIndex, Array value) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.Array");
  }

  @Override
  public final void setRef(int parameterIndex, Ref value) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.Ref");
  }

  @Override
  public final void setRowId(int parameterIndex, RowId value) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.RowId");
  }

  @Override
  public final void setSQLXML(int parameterIndex, SQLXML value) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.SQLXML");
  }

  @Override
  public final void clearParameters() throws SQLException {
    checkOpen();
    parameters().clearParameters();
  }
}
