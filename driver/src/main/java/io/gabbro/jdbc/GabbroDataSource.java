package io.gabbro.jdbc;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.error.Wrapping;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A source of connections, configured as a bean: either a {@link #setUrl URL} or a {@link #setPath
 * path}, and options as {@link #setProperties properties} with the keys of the URL. Each connection
 * is new; a pool such as HikariCP keeps them.
 *
 * <p>Thread-safe once it is configured.
 */
public final class GabbroDataSource implements DataSource {
  private String url;
  private String path;
  private Properties properties = new Properties();
  private PrintWriter logWriter;
  private int loginTimeout;

  /** A source without URL and path; one of them has to be set. */
  public GabbroDataSource() {}

  /** A source of connections to a URL. */
  public GabbroDataSource(String url) {
    this.url = url;
  }

  /** The URL, or null. */
  public String getUrl() {
    return url;
  }

  /** Sets the URL, which counts more than the path. */
  public void setUrl(String url) {
    this.url = url;
  }

  /** The path of the directory, {@code mem:} or {@code mem:name}, or null. */
  public String getPath() {
    return path;
  }

  /** Sets the path of the directory, {@code mem:} or {@code mem:name}. */
  public void setPath(String path) {
    this.path = path;
  }

  /** A copy of the options. */
  public Properties getProperties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  /** Sets the options. */
  public void setProperties(Properties properties) {
    Properties copy = new Properties();
    for (String key : properties.stringPropertyNames()) {
      copy.setProperty(key, properties.getProperty(key));
    }
    this.properties = copy;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (url != null) {
      if (!ConnectionUrl.accepts(url)) {
        throw SqlExceptions.error(
            ErrorCode.INVALID_URL,
            ConnectionUrl.masked(url),
            "it must start with " + ConnectionUrl.PREFIX);
      }
      return GabbroDriver.open(url, properties);
    }
    if (path == null) {
      throw SqlExceptions.error(
          ErrorCode.INVALID_URL, "null", "the data source has neither a URL nor a path");
    }
    try {
      DatabaseOptions options = new ConnectionUrl(path, Map.of()).options(properties);
      return GabbroDriver.open(ConnectionUrl.PREFIX + path, path, options);
    } catch (RuntimeException e) {
      throw SqlExceptions.of(e);
    }
  }

  /** A connection; name and password are ignored. */
  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  /** Kept; nothing is written to it. */
  @Override
  public void setLogWriter(PrintWriter out) {
    logWriter = out;
  }

  @Override
  public PrintWriter getLogWriter() {
    return logWriter;
  }

  /** Kept; there is no login. */
  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw SqlExceptions.unsupported("java.util.logging");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapping.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }

  @Override
  public String toString() {
    return "GabbroDataSource[" + Objects.requireNonNullElse(url, path) + "]";
  }
}
