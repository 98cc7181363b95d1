package io.gabbro.column;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.monitor.Metric;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.WriteBatchVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The column segments of a database. All commits run through {@link #runCommit}, so that it knows
 * which keys were written since a group was made; scans ask for {@link #pieces}. Thread-safe.
 *
 * <p>Why a scan sees what its snapshot has: a commit notes its keys before it writes them. A scan
 * takes its snapshot first and then looks which keys of a group are noted; whatever the snapshot
 * has and the group has not is among them. Those rows are read from the store. A build first makes
 * commits note the keys of its range, waits for the commits that do not know that yet, and only
 * then takes the snapshot that its groups are made of.
 */
public final class ColumnStore implements AutoCloseable {
  private final ColumnOptions options;
  private final Supplier<CatalogSnapshot> catalog;
  private final Map<Integer, TableColumns> tables = new ConcurrentHashMap<>();
  private final CommitFence commits = new CommitFence();
  private final ColumnBuilds builds;

  /**
   * The segments of a database.
   *
   * @param catalog the tables at the moment
   */
  public ColumnStore(Database database, Supplier<CatalogSnapshot> catalog, ColumnOptions options) {
    this.options = options;
    this.catalog = catalog;
    builds = new ColumnBuilds(database, options, commits, this::tables);
  }

  /** Whether there can be segments. */
  public boolean isEnabled() {
    return options.enabled();
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

  @SuppressWarnings("ReferenceEquality")
  private TableColumns known(TableDefinition table) {
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
      if (!catalog.get().hasFormat(table.id(), table.format())) {
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
   * @param batch what it will write
   */
  public void runCommit(WriteBatch batch, Runnable write) {
    if (!options.enabled()) {
      write.run();
      return;
    }
    int entered = commits.enter();
    try {
      if (!tables.isEmpty()) {
        batch.forEach(new Notes());
      }
      write.run();
    } finally {
      commits.exit(entered);
    }
  }

  /** Notes all keys of a batch in the tables that they belong to. */
  private final class Notes implements WriteBatchVisitor {
    private final List<TableColumns> noting = new ArrayList<>(tables.values());

    @Override
    public void put(
        int family, byte[] bytes, int keyOffset, int keyLength, int valueOffset, int valueLength) {
      note(family, bytes, keyOffset, keyLength);
    }

    @Override
    public void delete(int family, byte[] bytes, int keyOffset, int keyLength) {
      note(family, bytes, keyOffset, keyLength);
    }

    private void note(int family, byte[] bytes, int offset, int length) {
      for (TableColumns table : noting) {
        if (table.family().id() == family) {
          table.note(bytes, offset, length);
        }
      }
    }

    @Override
    public void deleteRange(
        int family,
        byte[] bytes,
        int lowerOffset,
        int lowerLength,
        int upperOffset,
        int upperLength) {
      KeyRange range =
          new KeyRange(
              Arrays.copyOfRange(bytes, lowerOffset, lowerOffset + lowerLength),
              Arrays.copyOfRange(bytes, upperOffset, upperOffset + upperLength));
      for (TableColumns table : noting) {
        if (table.family().id() == family) {
          table.noteAll(range);
        }
      }
    }
  }

  /** Forgets the groups of tables that are gone or have changed. */
  public void catalogChanged() {
    CatalogSnapshot current = catalog.get();
    tables
        .values()
        .removeIf(known -> !current.hasFormat(known.table().id(), known.table().format()));
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
    return builds.metrics();
  }

  /** Ends running builds and forgets all groups. */
  @Override
  public void close() {
    builds.close();
    tables.clear();
  }
}
