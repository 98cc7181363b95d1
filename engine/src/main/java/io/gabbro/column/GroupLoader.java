package io.gabbro.column;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.vector.RowBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds the groups in the store that can be read from. Used once, by one thread. */
final class GroupLoader {
  /** Makes what the columns of a group are loaded from. */
  @FunctionalInterface
  interface Sources {
    GroupColumns.Source of(GroupName name, TableDefinition table, int rows);
  }

  /** A table of the catalog that may have groups. */
  private record Candidate(TableDefinition table, ByteKey fingerprint, List<RowGroup> groups) {}

  /** Bytes that are equal when their content is. */
  private record ByteKey(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof ByteKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  private static final System.Logger LOG = System.getLogger("io.gabbro.column");

  private final Database database;
  private final ColumnFamily family;
  private final ColumnOptions options;
  private final Sources sources;
  private final Map<Integer, Candidate> candidates = new HashMap<>();
  private final Set<GroupName> marked = new HashSet<>();
  private final List<GroupName> unused = new ArrayList<>();
  private long bytes;

  GroupLoader(Database database, ColumnFamily family, ColumnOptions options, Sources sources) {
    this.database = database;
    this.family = family;
    this.options = options;
    this.sources = sources;
  }

  /** The groups by table. */
  Map<TableDefinition, List<RowGroup>> load(CatalogSnapshot catalog) {
    for (TableDefinition table : catalog.tables()) {
      database
          .columnFamily(table.format().columnFamily())
          .filter(rows -> table.mapping().isEmpty())
          .ifPresent(
              rows ->
                  candidates.put(
                      table.id(),
                      new Candidate(
                          table,
                          new ByteKey(GroupHead.fingerprint(table, rows)),
                          new ArrayList<>())));
    }
    read(GroupName.MARK, false, (name, value) -> marked.add(name));
    unused.addAll(marked);
    read(GroupName.HEAD, true, this::add);
    Map<TableDefinition, List<RowGroup>> loaded = new HashMap<>();
    candidates.values().stream()
        .filter(candidate -> !candidate.groups().isEmpty())
        .forEach(candidate -> loaded.put(candidate.table(), candidate.groups()));
    return loaded;
  }

  /** The groups that were found and are of no use; some may be named twice. */
  List<GroupName> unused() {
    return unused;
  }

  private void read(byte kind, boolean wantsValues, BiConsumer<GroupName, byte[]> entries) {
    RowBlock block = new RowBlock(RowBatch.CAPACITY, true, wantsValues);
    try (RowCursor cursor = database.cursor(family, null, GroupName.all(kind), Direction.FORWARD)) {
      while (cursor.fill(block, block.capacity()) > 0) {
        for (int row = 0; row < block.count(); row++) {
          GroupName name = GroupName.of(block.key(row));
          if (name == null) {
            throw SealedBytes.damaged(null);
          }
          entries.accept(name, wantsValues ? block.value(row) : null);
        }
      }
    }
  }

  private void add(GroupName name, byte[] value) {
    Candidate candidate = candidates.get(name.table());
    if (candidate == null || marked.contains(name)) {
      unused.add(name);
      return;
    }
    try {
      RowGroup group = group(name, candidate, GroupHead.read(value));
      if (group == null) {
        unused.add(name);
      } else {
        bytes += group.columns().totalBytes();
        candidate.groups().add(group);
      }
    } catch (GabbroException e) {
      if (e.code() != ErrorCode.DATABASE_CORRUPTED) {
        throw e;
      }
      LOG.log(
          System.Logger.Level.WARNING,
          "dropping a column segment of table {0}: {1}",
          candidate.table().name(),
          e.getMessage());
      unused.add(name);
    }
  }

  /** The group; null when it is of another table, or there is no room. */
  private RowGroup group(GroupName name, Candidate candidate, GroupHead head) {
    KeyRange range = head.range();
    boolean isOfTable =
        candidate.fingerprint().equals(new ByteKey(head.fingerprint()))
            && !range.isEmpty()
            && range.equals(range.intersect(candidate.table().format().keyRange()))
            && head.columns().length() <= candidate.table().columns().size()
            && candidate.groups().stream()
                .allMatch(other -> other.range().intersect(range).isEmpty());
    if (!isOfTable || bytes + head.totalBytes() > options.cacheBytes()) {
      return null;
    }
    GroupColumns columns =
        new GroupColumns(
            sources.of(name, candidate.table(), head.rows()), head.columns(), head.totalBytes());
    RowGroup group =
        new RowGroup(name, 0, head.rows(), range, columns, new DirtyKeys(options.dirtyLimit()));
    group.mark().require();
    return group;
  }
}
