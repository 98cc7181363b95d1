package io.gabbro.jdbc;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.config.Option;
import io.gabbro.execution.Cancellation;
import io.gabbro.jdbc.metadata.MetadataSource;
import io.gabbro.session.Result;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the metadata of a connection is made of. */
final class ConnectionMetadata implements MetadataSource {
  private final GabbroConnection connection;

  ConnectionMetadata(GabbroConnection connection) {
    this.connection = connection;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public String url() {
    return ConnectionUrl.masked(connection.url());
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return connection.call(
        () -> !connection.session().option(Option.MODE).equals(Option.MODE.defaultValue()));
  }

  @Override
  public CatalogSnapshot catalog() throws SQLException {
    return connection.call(() -> connection.session().catalog());
  }

  @Override
  public ResultSet open(Result.Rows rows) throws SQLException {
    return connection.call(
        () -> {
          GabbroResultSet result =
              new GabbroResultSet(
                  connection,
                  null,
                  new ResultShape(rows.columns(), connection.zone()),
                  rows,
                  ResultLimits.NONE,
                  new Cancellation());
          connection.remember(result);
          return result;
        });
  }
}
