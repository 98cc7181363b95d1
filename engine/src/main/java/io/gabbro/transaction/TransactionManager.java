package io.gabbro.transaction;

import io.gabbro.catalog.Catalog;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;

/** Makes the transactions of a database. Thread-safe. */
public final class TransactionManager {
  private static final int MAX_KEPT_BATCHES = 16;

  private final Database database;
  private final Catalog catalog;
  private final LockManager locks = new LockManager();
  private final SchemaGate schema = new SchemaGate();
  private final LinkedBlockingDeque<WriteBatch> batches = new LinkedBlockingDeque<>();
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

  /** An empty batch for a transaction, which gives it back when it has committed. */
  WriteBatch takeBatch() {
    WriteBatch batch = batches.poll();
    return batch == null ? new WriteBatch() : batch;
  }

  /** Takes a batch back: its memory serves the next transaction. */
  void giveBack(WriteBatch batch) {
    batch.clear();
    if (batches.size() < MAX_KEPT_BATCHES) {
      batches.push(batch);
    }
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
