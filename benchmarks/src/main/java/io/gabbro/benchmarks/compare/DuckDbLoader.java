package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.data.LineItem;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Loads through DuckDB's appender, which is not JDBC, a transaction a chunk. */
final class DuckDbLoader implements Loader {

  private final Connection connection;
  private final DuckDBAppender appender;

  DuckDbLoader(Connection connection) throws SQLException {
    this.connection = connection;
    this.appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "lineitem");
  }

  @Override
  public void append(List<LineItem> chunk) throws SQLException {
    for (LineItem item : chunk) {
      appender.beginRow();
      appender.append(item.orderKey()).append(item.partKey()).append(item.supplierKey());
      appender.append(item.lineNumber());
      appender.append(BigDecimal.valueOf(item.quantity() * 100, 2));
      appender.append(BigDecimal.valueOf(item.extendedPriceCents(), 2));
      appender.append(BigDecimal.valueOf(item.discountPercent(), 2));
      appender.append(BigDecimal.valueOf(item.taxPercent(), 2));
      appender.append(item.returnFlag()).append(item.lineStatus());
      appender.appendEpochDays(item.shipDate());
      appender.appendEpochDays(item.commitDate());
      appender.appendEpochDays(item.receiptDate());
      appender.append(item.shipInstructions()).append(item.shipMode()).append(item.comment());
      appender.endRow();
    }
    appender.flush();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    appender.close();
    connection.commit();
  }
}
