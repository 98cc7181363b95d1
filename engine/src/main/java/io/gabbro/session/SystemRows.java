package io.gabbro.session;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.column.ColumnUsage;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.monitor.Metric;
import io.gabbro.monitor.StatementRun;
import io.gabbro.plan.SystemTable;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import io.gabbro.transaction.TransactionInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Computes the rows of system tables, as they are at this moment. */
final class SystemRows {
  private final EmbeddedSession session;
  private final SharedDatabase database;
  private final CatalogSnapshot catalog;

  /** The rows as a session sees them; the catalog is that of its transaction. */
  SystemRows(EmbeddedSession session, CatalogSnapshot catalog) {
    this.session = session;
    database = session.shared();
    this.catalog = catalog;
  }

  /** The rows of a table: an object of {@link io.gabbro.plan.ConstantValues} a column. */
  List<Object[]> of(SystemTable table) {
    return switch (table) {
      case COLUMN_FAMILIES -> columnFamilies();
      case SEGMENTS -> database.columns().usage().stream().map(SystemRows::segments).toList();
      case METRICS -> database.metrics().stream().map(SystemRows::metric).toList();
      case STATEMENTS -> statements();
      case TRANSACTIONS ->
          database.transactions().openTransactions().stream().map(SystemRows::transaction).toList();
      case OPTIONS -> Arrays.stream(Option.values()).map(this::option).toList();
    };
  }

  /** Each column family with estimates of its keys and bytes, and the tables that lie in it. */
  private List<Object[]> columnFamilies() {
    Database store = database.store();
    List<Object[]> rows = new ArrayList<>();
    for (String name : store.columnFamilyNames()) {
      store.columnFamily(name).ifPresent(family -> addFamily(store, family, rows));
    }
    store
        .unreadableColumnFamilies()
        .forEach((name, problem) -> rows.add(new Object[] {name, null, null, "", problem}));
    return rows;
  }

  /** Adds a column family, unless it is dropped meanwhile. */
  private void addFamily(Database store, ColumnFamily family, List<Object[]> rows) {
    String name = family.name();
    String tables =
        catalog.tables().stream()
            .filter(table -> table.format().columnFamily().equals(name))
            .map(table -> table.name().toString())
            .collect(Collectors.joining(", "));
    try {
      rows.add(
          new Object[] {
            name,
            store.approximateCount(family, KeyRange.all()),
            store.approximateSize(family, KeyRange.all()),
            tables,
            null
          });
    } catch (GabbroException e) {
      if (e.code() != ErrorCode.CLOSED
          || store.columnFamily(name).filter(family::equals).isPresent()) {
        throw e;
      }
    }
  }

  private static Object[] segments(ColumnUsage usage) {
    return new Object[] {
      usage.table(),
      usage.column(),
      usage.groups(),
      usage.rows(),
      usage.bytes(),
      usage.encodings(),
      usage.changedRows()
    };
  }

  private static Object[] metric(Metric metric) {
    return new Object[] {metric.name(), metric.value(), metric.unit(), metric.description()};
  }

  private List<Object[]> statements() {
    Set<Long> waiting = new HashSet<>();
    for (TransactionInfo transaction : database.transactions().openTransactions()) {
      if (transaction.waiting().isPresent()) {
        waiting.add(transaction.session());
      }
    }
    return database.sessions().running().stream()
        .map(run -> statement(run, waiting.contains(run.sessionId())))
        .toList();
  }

  private static Object[] statement(StatementRun run, boolean isWaiting) {
    String working = isWaiting ? "waiting for lock" : "running";
    return new Object[] {
      run.sessionId(),
      run.sql(),
      run.started(),
      TimeUnit.NANOSECONDS.toMillis(run.nanos()),
      run.isWorking() ? working : "waiting for reader",
      run.rows()
    };
  }

  private static Object[] transaction(TransactionInfo info) {
    return new Object[] {
      info.id(),
      info.session() == 0 ? null : info.session(),
      info.started(),
      info.isolation().name().toLowerCase(Locale.ROOT).replace('_', ' '),
      info.readOnly(),
      info.locks(),
      (long) info.bytes(),
      info.waiting().map(TransactionInfo.Wait::holder).orElse(null),
      info.waiting().map(TransactionInfo.Wait::table).orElse(null)
    };
  }

  private Object[] option(Option option) {
    return new Object[] {
      option.key(),
      session.option(option),
      option.defaultValue(),
      option.scope().name().toLowerCase(Locale.ROOT),
      option.description()
    };
  }

  /** The rows of SHOW COLUMN FAMILIES. */
  List<String[]> showColumnFamilies() {
    return columnFamilies().stream()
        .map(
            row ->
                Arrays.stream(row)
                    .map(value -> value == null ? null : value.toString())
                    .toArray(String[]::new))
        .toList();
  }
}
