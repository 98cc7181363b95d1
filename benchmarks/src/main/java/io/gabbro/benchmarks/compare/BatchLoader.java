package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.data.LineItem;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Loads through {@link PreparedStatement#addBatch}, a transaction a chunk. */
final class BatchLoader implements Loader {

  private static final long MILLIS_PER_DAY = 86_400_000;

  private final JdbcEngine engine;
  private final Connection connection;
  private final PreparedStatement insert;

  BatchLoader(JdbcEngine engine, Connection connection) throws SQLException {
    this.engine = engine;
    this.connection = connection;
    this.insert = connection.prepareStatement(Statements.INSERT);
  }

  @Override
  public void append(List<LineItem> chunk) throws SQLException {
    for (LineItem item : chunk) {
      bind(item);
      insert.addBatch();
    }
    insert.executeBatch();
    connection.commit();
  }

  private void bind(LineItem item) throws SQLException {
    insert.setLong(1, item.orderKey());
    insert.setLong(2, item.partKey());
    insert.setLong(3, item.supplierKey());
    insert.setInt(4, item.lineNumber());
    engine.bindMoney(insert, 5, item.quantity() * 100);
    engine.bindMoney(insert, 6, item.extendedPriceCents());
    engine.bindMoney(insert, 7, item.discountPercent());
    engine.bindMoney(insert, 8, item.taxPercent());
    insert.setString(9, item.returnFlag());
    insert.setString(10, item.lineStatus());
    insert.setDate(11, date(item.shipDate()));
    insert.setDate(12, date(item.commitDate()));
    insert.setDate(13, date(item.receiptDate()));
    insert.setString(14, item.shipInstructions());
    insert.setString(15, item.shipMode());
    insert.setString(16, item.comment());
  }

  /** Midnight of an epoch day in the process's time zone, which is UTC. */
  @SuppressWarnings("JavaUtilDate") // the one date class that every driver takes
  private static Date date(int epochDay) {
    return new Date(epochDay * MILLIS_PER_DAY);
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
