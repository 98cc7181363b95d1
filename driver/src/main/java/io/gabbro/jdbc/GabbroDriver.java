package io.gabbro.jdbc;

import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.metadata.DriverVersion;
import io.gabbro.session.Gabbro;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * The JDBC driver for {@code jdbc:gabbro:/path/to/dir}, {@code jdbc:gabbro:./relative}, {@code
 * jdbc:gabbro:mem:} (a database in memory for one connection) and {@code jdbc:gabbro:mem:name} (one
 * that all connections of the JVM share while any is open).
 *
 * <p>Options follow as {@code ?key=value&key=value}, percent-encoded where needed, or are given as
 * {@link Properties}; {@link Option} lists them. {@code user} and {@code password} are accepted and
 * ignored: who may read the directory may read the database. An option that does not exist is an
 * error.
 *
 * <p>All connections to one directory share one database, which the last of them closes.
 */
public final class GabbroDriver implements Driver {
  static {
    try {
      DriverManager.registerDriver(new GabbroDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A driver; {@code DriverManager} makes its own. */
  public GabbroDriver() {}

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    checkUrl(url);
    return ConnectionUrl.accepts(url);
  }

  /** Opens a connection, or returns null if the URL is meant for another driver. */
  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    return acceptsURL(url) ? open(url, info == null ? new Properties() : info) : null;
  }

  private static void checkUrl(String url) throws SQLException {
    if (url == null) {
      throw SqlExceptions.error(ErrorCode.INVALID_URL, "null", "there must be one");
    }
  }

  static Connection open(String url, Properties info) throws SQLException {
    try {
      ConnectionUrl parsed = ConnectionUrl.parse(url);
      return open(url, parsed.location(), parsed.options(info));
    } catch (RuntimeException e) {
      throw SqlExceptions.of(e);
    }
  }

  static Connection open(String url, String location, DatabaseOptions options) throws SQLException {
    Gabbro database = null;
    try {
      database = Gabbro.open(location, options);
      return new GabbroConnection(database, database.newSession(options), url);
    } catch (RuntimeException e) {
      if (database != null) {
        database.close();
      }
      throw SqlExceptions.of(e);
    }
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    checkUrl(url);
    try {
      DatabaseOptions options =
          ConnectionUrl.accepts(url)
              ? ConnectionUrl.parse(url).options(info == null ? new Properties() : info)
              : DatabaseOptions.defaults();
      List<DriverPropertyInfo> properties = new ArrayList<>();
      for (Option option : Option.values()) {
        properties.add(property(option, options.text(option)));
      }
      return properties.toArray(DriverPropertyInfo[]::new);
    } catch (RuntimeException e) {
      throw SqlExceptions.of(e);
    }
  }

  private static DriverPropertyInfo property(Option option, String value) {
    DriverPropertyInfo property = new DriverPropertyInfo(option.key(), value);
    property.description = option.description();
    List<String> choices = option.kind().choices();
    property.choices = choices.isEmpty() ? null : choices.toArray(String[]::new);
    return property;
  }

  @Override
  public int getMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public int getMinorVersion() {
    return DriverVersion.MINOR;
  }

  /** False: the dialect is not all of SQL-92. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw SqlExceptions.unsupported("java.util.logging");
  }
}
