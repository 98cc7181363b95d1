package io.gabbro.transaction;

import io.gabbro.catalog.Catalog;
import io.gabbro.column.ColumnOptions;
import io.gabbro.column.ColumnStore;
import io.gabbro.monitor.Metric;
import io.gabbro.monitor.Tracers;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the transactions of a database. Thread-safe. */
public final class TransactionManager {
  private static final int MAX_KEPT_BATCHES = 16;

  private final Database database;
  private final Catalog catalog;
  private final ColumnStore columns;
  private final LockManager locks = new LockManager();
  private final TransactionCounters transactionCounters = new TransactionCounters(Tracers.active());
  private final AtomicLong lastId = new AtomicLong();
  private final Set<Transaction> open = ConcurrentHashMap.newKeySet();
  private final CommitOrder commitOrder = new CommitOrder();
  private final NewFamilies newFamilies;
  private final AtomicInteger lastTableId = new AtomicInteger();
  private final SchemaGate schema = new SchemaGate();
  private final LinkedBlockingDeque<WriteBatch> batches = new LinkedBlockingDeque<>();
  private final ConcurrentHashMap<Integer, LastKey> lastKeys = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Integer, HiddenRowIds> rowIds = new ConcurrentHashMap<>();

  /** A manager of transactions without column segments. */
  public TransactionManager(Database database, Catalog catalog) {
    this(database, catalog, new ColumnStore(database, catalog::current, ColumnOptions.OFF));
  }

  /** A manager of the transactions of {@code database}, which must not be written past it. */
  public TransactionManager(Database database, Catalog catalog, ColumnStore columns) {
    this.database = database;
    this.catalog = catalog;
    this.columns = columns;
    newFamilies = new NewFamilies(database);
  }

  /** Starts a transaction that belongs to no session. */
  public Transaction begin(TransactionOptions options) {
    return begin(options, 0);
  }

  /** Starts a transaction of the session with that number. */
  public Transaction begin(TransactionOptions options, long session) {
    Transaction started = new Transaction(this, options, lastId.incrementAndGet(), session);
    open.add(started);
    return started;
  }

  /** Forgets a transaction that has ended. */
  void forget(Transaction ended) {
    open.remove(ended);
  }

  /** The open transactions, in the order in which they started. */
  public List<TransactionInfo> openTransactions() {
    return open.stream()
        .map(Transaction::info)
        .sorted(Comparator.comparingLong(TransactionInfo::id))
        .toList();
  }

  TransactionCounters counters() {
    return transactionCounters;
  }

  /** The figures. */
  public List<Metric> metrics() {
    List<Metric> all = new ArrayList<>(transactionCounters.metrics());
    all.addAll(locks.metrics());
    all.add(Metric.count("open_transactions", open.size(), "transactions that are open now"));
    all.add(Metric.count("row_locks", locks.size(), "row locks that are held now"));
    return all;
  }

  /** The upper bound of the committed keys of a table. */
  public LastKey lastKey(int tableId, ColumnFamily family, KeyRange range) {
    LastKey last = lastKeys.get(tableId);
    return last != null
        ? last
        : lastKeys.computeIfAbsent(tableId, id -> new LastKey(database, family, range));
  }

  /**
   * An id for a new table that no table has or had, not even one whose transaction was rolled back:
   * what is remembered of a table under its id must not reach another. Called with the lock of the
   * catalog.
   *
   * @param stored the next id as the store has it
   */
  public int takeTableId(int stored) {
    return lastTableId.updateAndGet(last -> Math.max(last + 1, stored));
  }

  /** The numbers of the rows of a table without primary key. */
  public HiddenRowIds rowIds(int tableId, LastKey lastKey) {
    HiddenRowIds ids = rowIds.get(tableId);
    return ids != null ? ids : rowIds.computeIfAbsent(tableId, id -> new HiddenRowIds(lastKey));
  }

  /** The column family of that name, made when there is none. */
  public ColumnFamily family(String name) {
    return database.columnFamily(name).orElseGet(() -> newFamilies.lasting(name));
  }

  /**
   * As {@link #family}, for whoever keeps it beyond transactions: it stays, even when the
   * transaction that has made it is rolled back.
   */
  public ColumnFamily lastingFamily(String name) {
    return newFamilies.lasting(name);
  }

  NewFamilies newFamilies() {
    return newFamilies;
  }

  /** Drops the column families that a transaction has made in vain, and what is known of them. */
  void dropUnusedFamilies(Transaction ending) {
    for (ColumnFamily family : newFamilies.settle(ending, catalog.current())) {
      lastKeys.forEach(
          (table, last) -> {
            if (last.isOf(family)) {
              lastKeys.remove(table);
              rowIds.remove(table);
            }
          });
    }
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

  /** The column segments. */
  ColumnStore columns() {
    return columns;
  }

  Database database() {
    return database;
  }

  Catalog catalog() {
    return catalog;
  }

  /** The order of commits, for serializable transactions. */
  CommitOrder commitOrder() {
    return commitOrder;
  }

  LockManager locks() {
    return locks;
  }
}
