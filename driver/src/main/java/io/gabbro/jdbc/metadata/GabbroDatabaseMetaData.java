package io.gabbro.jdbc.metadata;

import io.gabbro.jdbc.error.Wrapping;
import java.sql.Connection;
import java.sql.SQLException;

/** What JDBC asks about the database as a product, and where it is answered. */
public final class GabbroDatabaseMetaData extends MetadataCalls {
  private static final String PRODUCT = "Gabbro";
  private static final int JDBC_MAJOR = 4;
  private static final int JDBC_MINOR = 3;

  private final MetadataSource source;

  /** Of a connection. */
  public GabbroDatabaseMetaData(MetadataSource source) {
    super(source);
    this.source = source;
  }

  @Override
  public Connection getConnection() {
    return source.connection();
  }

  @Override
  public String getURL() {
    return source.url();
  }

  /** Nobody logs in. */
  @Override
  public String getUserName() {
    return "";
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return source.isReadOnly();
  }

  @Override
  public String getDatabaseProductName() {
    return PRODUCT;
  }

  @Override
  public String getDatabaseProductVersion() {
    return DriverVersion.TEXT;
  }

  @Override
  public int getDatabaseMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public int getDatabaseMinorVersion() {
    return DriverVersion.MINOR;
  }

  @Override
  public String getDriverName() {
    return PRODUCT + " JDBC driver";
  }

  @Override
  public String getDriverVersion() {
    return DriverVersion.TEXT;
  }

  @Override
  public int getDriverMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public int getDriverMinorVersion() {
    return DriverVersion.MINOR;
  }

  @Override
  public int getJDBCMajorVersion() {
    return JDBC_MAJOR;
  }

  @Override
  public int getJDBCMinorVersion() {
    return JDBC_MINOR;
  }

  @Override
  public String getSQLKeywords() {
    return FunctionNames.KEYWORDS;
  }

  @Override
  public String getNumericFunctions() {
    return FunctionNames.NUMERIC;
  }

  @Override
  public String getStringFunctions() {
    return FunctionNames.STRING;
  }

  @Override
  public String getSystemFunctions() {
    return FunctionNames.SYSTEM;
  }

  @Override
  public String getTimeDateFunctions() {
    return FunctionNames.TIME_AND_DATE;
  }

  @Override
  public boolean supportsSharding() {
    return false;
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
