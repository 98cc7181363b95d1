package io.gabbro.column;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.column.segment.Segment;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.Openings;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.storage.WriteBatch;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The groups in the store. They are true of the rows as long as each commit that writes a key of
 * one marks it, and nobody else writes: the name of the last opening of the store is kept beside
 * them, and when there has been another one since, all of them are dropped. Thread-safe.
 */
final class StoredGroups {
  private static final System.Logger LOG = System.getLogger("io.gabbro.column");
  private static final byte[] OPENING = {'o'};

  private final Database database;
  private final Optional<Openings> openings;
  private final AtomicLong loadedGroups = new AtomicLong();
  private final AtomicLong storedGroups = new AtomicLong();
  private volatile ColumnFamily family;
  private final boolean trusted;

  /**
   * Those of a database; it is noted that this opening marks what it writes.
   *
   * @param enabled whether there can be groups
   */
  StoredGroups(Database database, boolean enabled) {
    this.database = database;
    openings = enabled ? database.openings() : Optional.empty();
    family = openings.isPresent() ? database.columnFamily(ColumnStore.FAMILY).orElse(null) : null;
    trusted = family != null && isTrusted(openings.get());
  }

  private boolean isTrusted(Openings known) {
    try {
      boolean trusts = !known.before().isEmpty() && known.before().equals(lastOpening());
      if (database.isReadOnly()) {
        return trusts && known.latest().equals(known.before());
      }
      if (trusts) {
        WriteBatch batch = new WriteBatch();
        addOpening(batch);
        database.write(batch, Durability.OS);
      }
      return trusts;
    } catch (GabbroException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot use the stored column segments", e);
      return false;
    }
  }

  private String lastOpening() {
    ValueBuffer value = new ValueBuffer();
    return database.get(family, null, OPENING, OPENING.length, value)
        ? new String(value.toByteArray(), StandardCharsets.UTF_8)
        : "";
  }

  private void addOpening(WriteBatch batch) {
    batch.put(family, OPENING, openings.orElseThrow().latest().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads which groups there are; those that are of no use are deleted. To be called before
   * anything else is written.
   *
   * @return the groups by table
   * @throws GabbroException when groups that are not true cannot be deleted
   */
  Map<TableDefinition, List<RowGroup>> load(CatalogSnapshot catalog, ColumnOptions options) {
    if (family == null) {
      return Map.of();
    }
    if (trusted) {
      try {
        GroupLoader loader = new GroupLoader(database, family, options, this::source);
        Map<TableDefinition, List<RowGroup>> loaded = loader.load(catalog);
        WriteBatch batch = new WriteBatch();
        loader.unused().forEach(name -> addDelete(batch, name));
        write(batch);
        loaded.values().forEach(groups -> loadedGroups.addAndGet(groups.size()));
        return loaded;
      } catch (GabbroException e) {
        LOG.log(System.Logger.Level.WARNING, "cannot load the stored column segments", e);
      }
    }
    reset();
    return Map.of();
  }

  private void reset() {
    WriteBatch batch = new WriteBatch();
    for (byte kind :
        new byte[] {GroupName.HEAD, GroupName.KEYS, GroupName.SEGMENT, GroupName.MARK}) {
      batch.deleteRange(family, GroupName.all(kind));
    }
    addOpening(batch);
    write(batch);
  }

  private void write(WriteBatch batch) {
    if (!database.isReadOnly() && !batch.isEmpty()) {
      database.write(batch, Durability.OS);
    }
  }

  private GroupColumns.Source source(GroupName name, TableDefinition table, int rows) {
    return new GroupColumns.Source() {
      @Override
      public GroupKeys keys() {
        GroupKeys keys = SealedBytes.read(get(name.key(GroupName.KEYS)), GroupKeys::read);
        if (keys.count() != rows) {
          throw SealedBytes.damaged(null);
        }
        return keys;
      }

      @Override
      public Segment segment(int column) {
        byte[] value = get(name.segment(column));
        Segment segment = Segment.read(value, 0, value.length);
        if (segment.rows() != rows
            || segment.kind() != table.columns().get(column).type().vectorKind()) {
          throw SealedBytes.damaged(null);
        }
        return segment;
      }
    };
  }

  private byte[] get(byte[] key) {
    ValueBuffer value = new ValueBuffer();
    if (!database.get(family, null, key, key.length, value)) {
      throw SealedBytes.damaged(null);
    }
    return value.toByteArray();
  }

  /** Whether groups of a table can be stored: all that its rows mean is in the database. */
  boolean canStore(TableDefinition table) {
    return openings.isPresent() && !database.isReadOnly() && table.mapping().isEmpty();
  }

  /** Makes the column family unless it is there. */
  void prepare() {
    if (family == null) {
      family = database.createColumnFamily(ColumnStore.FAMILY);
      WriteBatch batch = new WriteBatch();
      addOpening(batch);
      write(batch);
    }
  }

  /** Writes a group, which commits mark already. */
  void store(TableColumns table, RowGroup group) {
    new GroupWriter(family).write(table.table(), table.family(), group, this::write);
    storedGroups.incrementAndGet();
  }

  /**
   * Deletes groups.
   *
   * @throws GabbroException when that fails; they have to be marked further on then
   */
  void delete(Collection<RowGroup> groups) {
    WriteBatch batch = new WriteBatch();
    for (RowGroup group : groups) {
      if (group.mark().isRequired()) {
        addDelete(batch, group.name());
      }
    }
    write(batch);
  }

  private void addDelete(WriteBatch batch, GroupName name) {
    batch.delete(family, name.key(GroupName.HEAD));
    batch.delete(family, name.key(GroupName.KEYS));
    batch.delete(family, name.key(GroupName.MARK));
    batch.deleteRange(family, name.segments());
  }

  /** Adds the mark of a group to the batch of a commit. */
  void addMark(WriteBatch batch, RowGroup group) {
    batch.put(family, group.name().key(GroupName.MARK), new byte[0]);
  }

  /** The number of groups that were there when the database was opened. */
  long loadedGroups() {
    return loadedGroups.get();
  }

  /** The number of groups that were stored since. */
  long storedGroups() {
    return storedGroups.get();
  }
}
