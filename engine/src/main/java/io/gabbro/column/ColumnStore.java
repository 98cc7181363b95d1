package io.gabbro.column;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.GabbroException;
import io.gabbro.monitor.Metric;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The column segments of a database, in memory and in the store. All commits run through {@link
 * #runCommit}, so that it knows which keys were written since a group was made; scans ask for
 * {@link #pieces}. Thread-safe.
 *
 * <p>Why a scan sees what its snapshot has: a commit notes its keys before it writes them. A scan
 * takes its snapshot first and then looks which keys of a group are noted; whatever the snapshot
 * has and the group has not is among them. Those rows are read from the store. A build first makes
 * commits note the keys of its range, waits for the commits that do not know that yet, and only
 * then takes the snapshot that its groups are made of.
 */
public final class ColumnStore implements AutoCloseable {
  /** The name of the column family with stored segments, if there are any. */
  public static final String FAMILY = "gabbro.columns";

  private static final System.Logger LOG = System.getLogger("io.gabbro.column");

  private final Database database;
  private final ColumnOptions options;
  private final Supplier<CatalogSnapshot> catalog;
  private final Map<Integer, TableColumns> tables = new ConcurrentHashMap<>();
  private final CommitFence commits = new CommitFence();
  private final StoredGroups stored;
  private final StoredBuilds storedBuilds;
  private final ColumnBuilds builds;
  private volatile boolean loaded;

  /**
   * The segments of a database.
   *
   * @param catalog the tables at the moment
   */
  public ColumnStore(Database database, Supplier<CatalogSnapshot> catalog, ColumnOptions options) {
    this.options = options;
    this.catalog = catalog;
    this.database = database;
    stored = new StoredGroups(database, options.enabled());
    storedBuilds = new StoredBuilds(stored, commits);
    builds = new ColumnBuilds(database, options, commits, storedBuilds, this::tables);
    loaded = !options.enabled();
  }

  /** Whether there can be segments. */
  public boolean isEnabled() {
    return options.enabled();
  }

  /**
   * Finds the groups that are in the store, once: before the first commit, so that it marks those
   * that it changes.
   */
  private void load() {
    if (!loaded) {
      synchronized (stored) {
        if (!loaded) {
          stored
              .load(catalog.get(), options)
              .forEach(
                  (table, groups) ->
                      database
                          .columnFamily(table.format().columnFamily())
                          .map(family -> new TableColumns(table, family, groups))
                          .ifPresent(known -> tables.put(table.id(), known)));
          loaded = true;
        }
      }
    }
  }

  Collection<TableColumns> tables() {
    return tables.values();
  }

  /**
   * As {@link ColumnView#pieces}.
   *
   * @param sequence the sequence number of the snapshot, which was taken before
   * @param own what the transaction has written
   */
  public Iterator<ColumnPiece> pieces(
      TableDefinition table, KeyRange range, int[] columns, long sequence, OwnKeys own) {
    TableColumns known = known(table);
    return known == null
        ? List.<ColumnPiece>of(new ColumnPiece.Stored(range)).iterator()
        : known.pieces(range, columns, sequence, own);
  }

  /** Loads for a scan, which can do without; the next commit reports what is wrong. */
  private boolean tryLoad() {
    try {
      load();
      return true;
    } catch (GabbroException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot load column segments", e);
      return false;
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private TableColumns known(TableDefinition table) {
    if (!loaded && !tryLoad()) {
      return null;
    }
    TableColumns known = tables.get(table.id());
    return known != null && known.table().format() == table.format() ? known : null;
  }

  /** The number of rows that groups have in a range. */
  public long rows(TableDefinition table, KeyRange range) {
    TableColumns known = known(table);
    long rows = 0;
    if (known != null) {
      for (RowGroup group : known.groups().overlapping(range)) {
        rows += group.isLost() ? 0 : group.rows();
      }
    }
    return rows;
  }

  /** The keys at which groups of a range start, ascending. */
  public List<byte[]> starts(TableDefinition table, KeyRange range) {
    TableColumns known = known(table);
    return known == null
        ? List.of()
        : known.groups().overlapping(range).stream().map(group -> group.range().lower()).toList();
  }

  /**
   * Hears that a scan had to read rows of a table from the store: when it is worth it, groups are
   * made of them.
   */
  public void readFromStore(TableDefinition table, ColumnFamily family, int[] columns, long rows) {
    if (!options.enabled() || rows == 0 || !isOfTable(table, columns)) {
      return;
    }
    TableColumns known = known(table);
    if (known == null) {
      if (!loaded || !catalog.get().hasFormat(table.id(), table.format())) {
        return;
      }
      known = tables.computeIfAbsent(table.id(), id -> new TableColumns(table, family));
    }
    known.readFromStore(columns, rows);
    builds.consider(known);
  }

  private static boolean isOfTable(TableDefinition table, int[] columns) {
    return Arrays.stream(columns)
        .allMatch(column -> column >= 0 && column < table.columns().size());
  }

  /**
   * Runs the write of a commit.
   *
   * @param batch what it will write; marks of groups are in it during the write
   */
  public void runCommit(WriteBatch batch, Runnable write) {
    if (!options.enabled()) {
      write.run();
      return;
    }
    load();
    int entered = commits.enter();
    try {
      if (tables.isEmpty()) {
        write.run();
      } else {
        CommitNotes notes = new CommitNotes(tables.values());
        batch.forEach(notes);
        runMarking(batch, notes.due(), write);
      }
    } finally {
      commits.exit(entered);
    }
  }

  /** Writes a batch together with marks, which are taken out of it afterwards. */
  private void runMarking(WriteBatch batch, Set<RowGroup> due, Runnable write) {
    int byteSize = batch.byteSize();
    int operations = batch.count();
    try {
      due.forEach(group -> stored.addMark(batch, group));
      write.run();
      due.forEach(group -> group.mark().setWritten());
    } finally {
      batch.truncate(byteSize, operations);
    }
  }

  /** Forgets the groups of tables that are gone or have changed. */
  public void catalogChanged() {
    CatalogSnapshot current = catalog.get();
    tables
        .values()
        .removeIf(
            known ->
                !current.hasFormat(known.table().id(), known.table().format())
                    && storedBuilds.retire(known));
  }

  /** What the segments of each column take, by table. */
  public List<ColumnUsage> usage() {
    return tables.values().stream()
        .sorted(Comparator.comparing(known -> known.table().name()))
        .flatMap(known -> ColumnUsage.of(known.table(), known.groups().asList()).stream())
        .toList();
  }

  /** The figures. */
  public List<Metric> metrics() {
    List<Metric> all = new ArrayList<>(builds.metrics());
    all.add(
        Metric.count(
            "segment_groups_loaded",
            stored.loadedGroups(),
            "groups of rows that were stored as segments when the database was opened"));
    all.add(
        Metric.count(
            "segment_groups_stored", stored.storedGroups(), "groups of rows stored as segments"));
    return all;
  }

  /** Ends running builds and forgets all groups. */
  @Override
  public void close() {
    builds.close();
    tables.clear();
  }
}
