package io.gabbro.jdbc.metadata;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.session.Result;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The connection that metadata is about. */
public interface MetadataSource {
  /** The connection. */
  Connection connection();

  /** Its URL. */
  String url();

  /** Whether the database was opened for reading only. */
  boolean isReadOnly() throws SQLException;

  /** The tables as the connection sees them now. */
  CatalogSnapshot catalog() throws SQLException;

  /** A result set of rows. */
  ResultSet open(Result.Rows rows) throws SQLException;
}
