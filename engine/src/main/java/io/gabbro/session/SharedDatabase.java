package io.gabbro.session;

import io.gabbro.catalog.Catalog;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.CatalogStore;
import io.gabbro.catalog.TableBuilder;
import io.gabbro.column.ColumnOptions;
import io.gabbro.column.ColumnStore;
import io.gabbro.config.DatabaseOptions;
import io.gabbro.config.Option;
import io.gabbro.execution.WorkerPool;
import io.gabbro.execution.spill.SpillDirectory;
import io.gabbro.function.FunctionRegistry;
import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.lifecycle.CloseSteps;
import io.gabbro.monitor.Beans;
import io.gabbro.monitor.Metric;
import io.gabbro.monitor.Sessions;
import io.gabbro.storage.Database;
import io.gabbro.storage.memory.MemoryDatabase;
import io.gabbro.storage.rocksdb.RocksDatabase;
import io.gabbro.transaction.TransactionManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What all handles of one open database share. Thread-safe. */
final class SharedDatabase implements AutoCloseable {
  private static final String SPILL_DIRECTORY = "gabbro.tmp";

  private final Database store;
  private final Catalog catalog;
  private final TableBuilder tables;
  private final CatalogStore catalogStore;
  private final Optional<LocalMappings> localMappings;
  private final ColumnStore columns;
  private final TransactionManager transactions;
  private final Sessions sessions = new Sessions();
  private final LongAdder statementMemory = new LongAdder();
  private final PlanCache plans = new PlanCache();
  private final TableSerializers serializers = new TableSerializers();
  private final WorkerPool workers;
  private final SpillDirectory spill;
  private final boolean readOnly;
  private final boolean secondary;
  private Runnable unregister = () -> {};

  private SharedDatabase(Database store, SpillDirectory spill, DatabaseOptions options) {
    this.store = store;
    this.spill = spill;
    readOnly = !options.text(Option.MODE).equals("readwrite");
    secondary = options.text(Option.MODE).equals("secondary");
    tables = new TableBuilder(new TableFormats(serializers));
    catalogStore = new CatalogStore(tables);
    String mappings = options.text(Option.MAPPINGS);
    localMappings =
        readOnly || !mappings.isEmpty()
            ? Optional.of(LocalMappings.load(tables, mappings))
            : Optional.empty();
    catalog = new Catalog(store, loadCatalog());
    columns = new ColumnStore(store, catalog::current, columnOptions(options));
    transactions = new TransactionManager(store, catalog, columns);
    int threads = options.integer(Option.THREADS);
    workers = new WorkerPool(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
  }

  private ColumnOptions columnOptions(DatabaseOptions options) {
    long cache = options.bytes(Option.SEGMENT_CACHE);
    return new ColumnOptions(
        !secondary,
        options.integer(Option.SEGMENT_ROWS),
        cache > 0 ? cache : Runtime.getRuntime().maxMemory() / 4);
  }

  /** A new database in memory. */
  static SharedDatabase inMemory(DatabaseOptions options) {
    return new SharedDatabase(new MemoryDatabase(), SpillDirectory.none(), options);
  }

  /** The database in a directory, which is made when there is none. */
  static SharedDatabase inDirectory(Path directory, DatabaseOptions options) {
    WarmUp.start();
    Database store = RocksDatabase.open(directory, options);
    try {
      if (store.isReadOnly()) {
        // The directory belongs to whoever writes it, who deletes what lies in it.
        return new SharedDatabase(store, SpillDirectory.temporary(), options);
      }
      SpillDirectory spill = SpillDirectory.at(directory.resolve(SPILL_DIRECTORY));
      spill.deleteLeftovers();
      return new SharedDatabase(store, spill, options);
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** Shows the figures as an MBean until the database is closed. */
  void register(String location) {
    unregister = Beans.register(location, this::metrics);
  }

  /** The figures at this moment. */
  List<Metric> metrics() {
    List<Metric> all = new ArrayList<>(sessions.counters().metrics());
    all.addAll(transactions.metrics());
    all.addAll(plans.metrics());
    all.add(Metric.count("open_sessions", sessions.count(), "sessions that are open now"));
    all.add(
        Metric.count(
            "open_statements", sessions.running().size(), "statements that have not ended"));
    all.add(
        Metric.bytes(
            "statement_memory_bytes",
            statementMemory.sum(),
            "what sorts and groups keep in memory now"));
    all.add(
        Metric.bytes(
            "spilled_bytes", spill.writtenBytes(), "what sorts and groups wrote to files"));
    all.addAll(columns.metrics());
    all.addAll(store.metrics());
    return all;
  }

  private CatalogSnapshot loadCatalog() {
    CatalogSnapshot stored =
        store
            .columnFamily(CatalogStore.FAMILY)
            .filter(family -> catalogStore.exists(store, family))
            .map(family -> catalogStore.load(store, family))
            .orElse(CatalogSnapshot.empty());
    return localMappings.map(local -> local.in(stored)).orElse(stored);
  }

  /**
   * The mapped tables that do not lie in the store: it is only read, or option {@code mappings}
   * names a file for them. Empty when they lie in the store.
   */
  Optional<LocalMappings> localMappings() {
    return localMappings;
  }

  /**
   * In secondary mode, catches up with the writer: its rows, and its tables. No statement starts
   * between the two; so not to be called while one starts.
   *
   * @param waitCheck is run now and then while others start, and may throw
   */
  void refresh(Runnable waitCheck) {
    if (secondary) {
      transactions.schema().runAlone(waitCheck, this::follow);
    }
  }

  private CatalogSnapshot follow() {
    CatalogSnapshot latest;
    try {
      store.refresh();
      latest = loadCatalog();
    } catch (RuntimeException | Error e) {
      // The rows may be newer than the tables: until they fit again, no table is known.
      catalog.publish(CatalogSnapshot.empty());
      throw e;
    }
    if (!latest.isSameAs(catalog.current())) {
      catalog.publish(latest);
    }
    return latest;
  }

  Database store() {
    return store;
  }

  Catalog catalog() {
    return catalog;
  }

  ColumnStore columns() {
    return columns;
  }

  CatalogStore catalogStore() {
    return catalogStore;
  }

  TableBuilder tables() {
    return tables;
  }

  TableSerializers serializers() {
    return serializers;
  }

  TransactionManager transactions() {
    return transactions;
  }

  FunctionRegistry functions() {
    return BuiltinFunctions.registry();
  }

  Sessions sessions() {
    return sessions;
  }

  /** What the sorts and groups of all statements keep in memory. */
  LongAdder statementMemory() {
    return statementMemory;
  }

  PlanCache plans() {
    return plans;
  }

  WorkerPool workers() {
    return workers;
  }

  SpillDirectory spill() {
    return spill;
  }

  /** Whether it was opened without the right to write. */
  boolean isReadOnly() {
    return readOnly;
  }

  @Override
  public void close() {
    new CloseSteps()
        .then(unregister)
        .then(workers::close)
        .then(columns::close)
        .then(store::close)
        .then(spill::close)
        .end();
  }
}
