package io.gabbro.jdbc;

import io.gabbro.catalog.TableName;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.value.MemoryBlob;
import io.gabbro.jdbc.value.MemoryClob;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ClientInfoStatus;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Struct;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;

/** The parts of a connection that do not touch its session. */
abstract class ConnectionSettings implements Connection {
  private final Properties clientInfo = new Properties();
  private SQLWarning warnings;
  private int networkTimeoutMillis;

  /** Throws if the connection is closed. */
  abstract void checkOpen() throws SQLException;

  final void addWarning(String message) {
    SQLWarning warning = new SQLWarning(message, "01000");
    if (warnings == null) {
      warnings = warning;
    } else {
      warnings.setNextWarning(warning);
    }
  }

  @Override
  public final SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings;
  }

  @Override
  public final void clearWarnings() throws SQLException {
    checkOpen();
    warnings = null;
  }

  /** There are no catalogs: ignored, as JDBC wants it. */
  @Override
  public final void setCatalog(String catalog) throws SQLException {
    checkOpen();
  }

  @Override
  public final String getCatalog() throws SQLException {
    checkOpen();
    return null;
  }

  /** Names without a schema are those of the schema {@code public}, always. */
  @Override
  public final void setSchema(String schema) throws SQLException {
    checkOpen();
    if (!TableName.DEFAULT_SCHEMA.equals(schema)) {
      throw SqlExceptions.unsupported("a current schema other than " + TableName.DEFAULT_SCHEMA);
    }
  }

  @Override
  public final String getSchema() throws SQLException {
    checkOpen();
    return TableName.DEFAULT_SCHEMA;
  }

  @Override
  public final void setHoldability(int holdability) throws SQLException {
    checkOpen();
    if (holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw SqlExceptions.unsupported("holding results over a commit");
    }
  }

  @Override
  public final int getHoldability() throws SQLException {
    checkOpen();
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public final Map<String, Class<?>> getTypeMap() throws SQLException {
    checkOpen();
    return new HashMap<>();
  }

  /** There are no user-defined types; a map of none is taken. */
  @Override
  public final void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    checkOpen();
    if (map != null && !map.isEmpty()) {
      throw SqlExceptions.unsupported("a map of user-defined types");
    }
  }

  /** There is no network: the time-out is kept and has no effect. */
  @Override
  public final void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
    checkOpen();
    networkTimeoutMillis = StatementSettings.notNegative(milliseconds, "network timeout");
  }

  @Override
  public final int getNetworkTimeout() throws SQLException {
    checkOpen();
    return networkTimeoutMillis;
  }

  @Override
  public final void setClientInfo(String name, String value) throws SQLClientInfoException {
    checkOpenForClientInfo();
    if (value == null) {
      clientInfo.remove(name);
    } else {
      clientInfo.setProperty(name, value);
    }
  }

  @Override
  public final void setClientInfo(Properties properties) throws SQLClientInfoException {
    checkOpenForClientInfo();
    clientInfo.clear();
    for (String name : properties.stringPropertyNames()) {
      clientInfo.setProperty(name, properties.getProperty(name));
    }
  }

  private void checkOpenForClientInfo() throws SQLClientInfoException {
    try {
      checkOpen();
    } catch (SQLException e) {
      throw new SQLClientInfoException(
          e.getMessage(), e.getSQLState(), Map.<String, ClientInfoStatus>of(), e);
    }
  }

  @Override
  public final String getClientInfo(String name) throws SQLException {
    checkOpen();
    return clientInfo.getProperty(name);
  }

  @Override
  public final Properties getClientInfo() throws SQLException {
    checkOpen();
    Properties copy = new Properties();
    copy.putAll(clientInfo);
    return copy;
  }

  @Override
  public final Blob createBlob() throws SQLException {
    checkOpen();
    return new MemoryBlob(new byte[0]);
  }

  @Override
  public final Clob createClob() throws SQLException {
    return createNClob();
  }

  @Override
  public final NClob createNClob() throws SQLException {
    checkOpen();
    return new MemoryClob("");
  }

  @Override
  public final SQLXML createSQLXML() throws SQLException {
    throw SqlExceptions.unsupported("java.sql.SQLXML");
  }

  @Override
  public final Array createArrayOf(String typeName, Object[] elements) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.Array");
  }

  @Override
  public final Struct createStruct(String typeName, Object[] attributes) throws SQLException {
    throw SqlExceptions.unsupported("java.sql.Struct");
  }
}
