package io.gabbro.column;

import io.gabbro.column.segment.Segment;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.KeyRange;

/**
 * Consecutive rows of a table as they were in a snapshot, some of their columns as segments, and
 * the keys that were written since. Thread-safe.
 */
public final class RowGroup {
  private static final System.Logger LOG = System.getLogger("io.gabbro.column");

  private final GroupName name;
  private final long base;
  private final int rows;
  private final KeyRange range;
  private final GroupColumns columns;
  private final DirtyKeys dirty;
  private final GroupMark mark;

  /**
   * A group.
   *
   * @param base the sequence number of the snapshot
   * @param range all keys that would belong to it; it has both bounds
   */
  RowGroup(
      GroupName name, long base, int rows, KeyRange range, GroupColumns columns, DirtyKeys dirty) {
    this(name, base, rows, range, columns, dirty, new GroupMark());
  }

  private RowGroup(
      GroupName name,
      long base,
      int rows,
      KeyRange range,
      GroupColumns columns,
      DirtyKeys dirty,
      GroupMark mark) {
    this.name = name;
    this.base = base;
    this.rows = rows;
    this.range = range;
    this.columns = columns;
    this.dirty = dirty;
    this.mark = mark;
  }

  /** A number that no other group of the database has had. */
  public long id() {
    return name.id();
  }

  /** The number of rows, dirty ones included. */
  public int rows() {
    return rows;
  }

  /**
   * A column; null when the group has it not. Those of a {@link ColumnPiece} are in memory; of
   * other groups, null is given for columns that are not.
   */
  public Segment segment(int column) {
    return columns.segment(column);
  }

  /** About how many keys were written since. */
  public int dirtyKeys() {
    return dirty.count();
  }

  /** Whether so many keys were written that it is of no use any more. */
  public boolean isLost() {
    return dirty.isLost();
  }

  /** An estimate of the bytes of heap that it takes now. */
  public long memoryBytes() {
    return columns.memoryBytes();
  }

  /** The same with another end of its range. */
  RowGroup until(byte[] upper) {
    KeyRange other = new KeyRange(range.lower(), upper);
    return new RowGroup(name, base, rows, other, columns, dirty, mark);
  }

  /**
   * Loads the keys and some columns. A group that cannot be loaded is lost, with a warning.
   *
   * @return whether they are in memory
   */
  boolean load(int[] wanted) {
    try {
      columns.load(wanted);
      return true;
    } catch (GabbroException e) {
      if (e.code() == ErrorCode.CLOSED) {
        throw e;
      }
      LOG.log(
          System.Logger.Level.WARNING,
          "dropping a column segment of table id {0}: {1}",
          name.table(),
          e.getMessage());
      dirty.lose();
      return false;
    }
  }

  GroupName name() {
    return name;
  }

  KeyRange range() {
    return range;
  }

  /** The keys; null unless {@link #load} has loaded them. */
  GroupKeys keys() {
    return columns.keys();
  }

  GroupColumns columns() {
    return columns;
  }

  DirtyKeys dirty() {
    return dirty;
  }

  GroupMark mark() {
    return mark;
  }

  /** Whether a snapshot can be read from it, as far as columns and age go. */
  boolean serves(long sequence, int[] wanted) {
    return base <= sequence && !isLost() && hasColumns(wanted);
  }

  boolean hasColumns(int[] wanted) {
    return columns.has(wanted);
  }
}
