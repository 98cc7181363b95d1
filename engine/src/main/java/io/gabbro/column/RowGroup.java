package io.gabbro.column;

import io.gabbro.column.segment.Segment;
import io.gabbro.storage.KeyRange;
import java.util.Arrays;

/**
 * Consecutive rows of a table as they were in a snapshot, some of their columns as segments, and
 * the keys that were written since. Thread-safe.
 */
public final class RowGroup {
  private final long id;
  private final long base;
  private final KeyRange range;
  private final GroupKeys keys;
  private final Segment[] segments;
  private final DirtyKeys dirty;

  /**
   * A group.
   *
   * @param base the sequence number of the snapshot
   * @param range all keys that would belong to it; it has both bounds
   * @param segments by column of the table; null for columns that it has not
   */
  RowGroup(
      long id, long base, KeyRange range, GroupKeys keys, Segment[] segments, DirtyKeys dirty) {
    this.id = id;
    this.base = base;
    this.range = range;
    this.keys = keys;
    this.segments = segments;
    this.dirty = dirty;
  }

  /** A number that no other group of the database has had since it was opened. */
  public long id() {
    return id;
  }

  /** The number of rows, dirty ones included. */
  public int rows() {
    return keys.count();
  }

  /** A column; null when the group has it not. */
  public Segment segment(int column) {
    return column >= 0 && column < segments.length ? segments[column] : null;
  }

  /** About how many keys were written since. */
  public int dirtyKeys() {
    return dirty.count();
  }

  /** Whether so many keys were written that it is of no use any more. */
  public boolean isLost() {
    return dirty.isLost();
  }

  /** An estimate of the bytes of heap that it takes. */
  public long memoryBytes() {
    long bytes = keys.memoryBytes();
    for (Segment segment : segments) {
      bytes += segment == null ? 0 : segment.memoryBytes();
    }
    return bytes;
  }

  /** The same with another end of its range. */
  RowGroup until(byte[] upper) {
    return new RowGroup(id, base, new KeyRange(range.lower(), upper), keys, segments, dirty);
  }

  KeyRange range() {
    return range;
  }

  GroupKeys keys() {
    return keys;
  }

  DirtyKeys dirty() {
    return dirty;
  }

  /** Whether a snapshot can be read from it, as far as columns and age go. */
  boolean serves(long sequence, int[] columns) {
    if (base > sequence || isLost()) {
      return false;
    }
    return hasColumns(columns);
  }

  boolean hasColumns(int[] columns) {
    return Arrays.stream(columns).allMatch(column -> segment(column) != null);
  }
}
