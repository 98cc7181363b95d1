package io.gabbro.column;

import io.gabbro.catalog.TableDefinition;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The groups of one table, and which columns scans have asked for. Thread-safe. */
final class TableColumns {
  private final TableDefinition table;
  private final ColumnFamily family;
  private final BitSet wanted = new BitSet();
  private volatile RowGroups groups;
  private volatile GroupsBuild running;
  private final AtomicBoolean working = new AtomicBoolean();
  private volatile Room room = Room.FOR_ALL;
  private volatile boolean retired;
  private volatile long lastUsed;
  private long rowsFromStore;

  /** Which columns there is room for. */
  enum Room {
    FOR_ALL,
    FOR_WANTED,
    NONE
  }

  TableColumns(TableDefinition table, ColumnFamily family) {
    this(table, family, List.of());
  }

  /** One with groups that are there already. */
  TableColumns(TableDefinition table, ColumnFamily family, List<RowGroup> groups) {
    this.table = table;
    this.family = family;
    this.groups = RowGroups.of(groups);
  }

  TableDefinition table() {
    return table;
  }

  ColumnFamily family() {
    return family;
  }

  RowGroups groups() {
    return groups;
  }

  /** When it was scanned last, of {@link System#nanoTime}. */
  long lastUsed() {
    return lastUsed;
  }

  /** Whether no groups are to be made: the table has changed, or has rows that do not decode. */
  boolean isRetired() {
    return retired;
  }

  void retire() {
    retired = true;
  }

  /** Which columns the cache has room for. */
  Room room() {
    return room;
  }

  /** Hears that there was no room for as many columns as before. */
  void takeLessRoom() {
    room = room == Room.FOR_ALL ? Room.FOR_WANTED : Room.NONE;
  }

  /** Adds to what scans had to read from the store. */
  synchronized void readFromStore(int[] columns, long rows) {
    for (int column : columns) {
      wanted.set(column);
    }
    rowsFromStore += rows;
  }

  /** How many rows scans have read from the store since the last build. */
  synchronized long rowsFromStore() {
    return rowsFromStore;
  }

  synchronized void forgetRowsFromStore() {
    rowsFromStore = 0;
  }

  /** The columns that scans have asked for, ascending. */
  synchronized int[] wantedColumns() {
    return wanted.stream().toArray();
  }

  /** Whether the caller may work on the table: nobody else does. */
  boolean startWork() {
    return working.compareAndSet(false, true);
  }

  void endWork() {
    working.set(false);
  }

  /** An estimate of the bytes of heap that all groups take now. */
  long memoryBytes() {
    return groups.asList().stream().mapToLong(RowGroup::memoryBytes).sum();
  }

  /** An estimate of the bytes of heap that all groups take when scans have loaded all of them. */
  long totalBytes() {
    return groups.asList().stream().mapToLong(group -> group.columns().totalBytes()).sum();
  }

  boolean hasGroups(KeyRange range) {
    return !groups.overlapping(range).isEmpty();
  }

  /**
   * The ranges of keys without a group, or with groups that are to be made anew: they are lost, or
   * lack a column, or are small and have a gap behind them.
   */
  List<KeyRange> gaps(int[] columns, int groupRows) {
    KeyRange all = table.format().keyRange();
    List<KeyRange> gaps = new ArrayList<>();
    byte[] position = all.lower();
    List<RowGroup> present = groups.asList();
    for (int index = 0; index < present.size(); index++) {
      RowGroup group = present.get(index);
      boolean isTail = index == present.size() - 1 && group.rows() < groupRows / 2;
      if (group.isLost() || !group.hasColumns(columns) || isTail) {
        continue;
      }
      KeyRange gap = new KeyRange(position, group.range().lower());
      if (!gap.isEmpty()) {
        gaps.add(gap);
      }
      position = group.range().upper();
    }
    KeyRange rest = new KeyRange(position, all.upper());
    if (!rest.isEmpty()) {
      gaps.add(rest);
    }
    return gaps;
  }

  // Writing

  /**
   * Notes the write of a key, before it happens.
   *
   * @param due gets the groups that are to be marked in the store by the same write
   */
  void note(byte[] bytes, int offset, int length, Set<RowGroup> due) {
    if (!contains(table.format().keyRange(), bytes, offset, length)) {
      return;
    }
    GroupsBuild build = running;
    if (build != null && contains(build.range(), bytes, offset, length)) {
      build.note(bytes, offset, length, due);
    }
    groups.note(bytes, offset, length, due);
  }

  private static boolean contains(KeyRange range, byte[] bytes, int offset, int length) {
    int end = offset + length;
    return (range.lower() == null
            || Arrays.compareUnsigned(bytes, offset, end, range.lower(), 0, range.lower().length)
                >= 0)
        && (range.upper() == null
            || Arrays.compareUnsigned(bytes, offset, end, range.upper(), 0, range.upper().length)
                < 0);
  }

  /** As {@link #note}, for all keys of a range. */
  void noteAll(KeyRange range, Set<RowGroup> due) {
    GroupsBuild build = running;
    if (build != null) {
      build.noteAll(range, due);
    }
    groups.noteAll(range, due);
  }

  // Building; one build at a time.

  GroupsBuild startBuild(KeyRange range, int dirtyLimit) {
    GroupsBuild build = new GroupsBuild(range, dirtyLimit);
    running = build;
    return build;
  }

  /** The groups in whose place those of a build come. */
  List<RowGroup> replacedBy(GroupsBuild build) {
    return groups.asList().stream()
        .filter(group -> !build.made().overlapping(group.range()).isEmpty())
        .toList();
  }

  /** Ends the build: its groups are read from now on. */
  void endBuild(GroupsBuild build) {
    groups = groups.with(build.made().asList());
    running = null;
  }

  void cancelBuild() {
    running = null;
  }

  /** Drops all groups. */
  void clear() {
    groups = RowGroups.none();
  }

  // Reading

  /** As {@link ColumnView#pieces}. */
  Iterator<ColumnPiece> pieces(KeyRange range, int[] columns, long sequence, OwnKeys own) {
    lastUsed = System.nanoTime();
    return new ColumnPieces(groups, range, columns, sequence, own);
  }
}
