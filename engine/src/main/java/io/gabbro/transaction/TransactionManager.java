package io.gabbro.transaction;

import io.gabbro.catalog.Catalog;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the transactions of a database. Thread-safe. */
public final class TransactionManager {
  private final Database database;
  private final Catalog catalog;
  private final LockManager locks = new LockManager();
  private final SchemaGate schema = new SchemaGate();
  private final ConcurrentHashMap<Integer, LastKey> lastKeys = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Integer, HiddenRowIds> rowIds = new ConcurrentHashMap<>();

  /** A manager of the transactions of {@code database}, which must not be written past it. */
  public TransactionManager(Database database, Catalog catalog) {
    this.database = database;
    this.catalog = catalog;
  }

  /** Starts a transaction. */
  public Transaction begin(TransactionOptions options) {
    return new Transaction(this, options);
  }

  /** The upper bound of the committed keys of a table. */
  public LastKey lastKey(int tableId, ColumnFamily family, KeyRange range) {
    LastKey last = lastKeys.get(tableId);
    return last != null
        ? last
        : lastKeys.computeIfAbsent(tableId, id -> new LastKey(database, family, range));
  }

  /** The numbers of the rows of a table without primary key. */
  public HiddenRowIds rowIds(int tableId, LastKey lastKey) {
    HiddenRowIds ids = rowIds.get(tableId);
    return ids != null ? ids : rowIds.computeIfAbsent(tableId, id -> new HiddenRowIds(lastKey));
  }

  /** The column family of that name, made when there is none. */
  public ColumnFamily family(String name) {
    return database.columnFamily(name).orElseGet(() -> database.createColumnFamily(name));
  }

  /** What keeps rows and catalog together. */
  public SchemaGate schema() {
    return schema;
  }

  /** The number of row locks that are held now. */
  public int lockCount() {
    return locks.size();
  }

  Database database() {
    return database;
  }

  Catalog catalog() {
    return catalog;
  }

  LockManager locks() {
    return locks;
  }
}
