package io.gabbro.column;

import io.gabbro.column.segment.Segment;
import io.gabbro.error.GabbroException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The keys of a group and the columns that it has, in memory, or in the store until they are loaded
 * for the first time. Thread-safe.
 */
final class GroupColumns {
  /** Where they are loaded from. */
  interface Source {
    /**
     * The keys.
     *
     * @throws GabbroException when they are damaged or cannot be read
     */
    GroupKeys keys();

    /**
     * A column.
     *
     * @throws GabbroException as {@link #keys}
     */
    Segment segment(int column);
  }

  private final Source source;
  private final BitSet columns;
  private final AtomicReferenceArray<Segment> segments;
  private final long totalBytes;
  private volatile GroupKeys keys;

  /**
   * Columns in memory.
   *
   * @param segments by column of the table; null for columns that it has not
   */
  GroupColumns(GroupKeys keys, Segment[] segments) {
    this.keys = keys;
    this.segments = new AtomicReferenceArray<>(segments);
    source = null;
    columns = new BitSet();
    for (int column = 0; column < segments.length; column++) {
      columns.set(column, segments[column] != null);
    }
    totalBytes = memoryBytes();
  }

  /**
   * Columns in the store.
   *
   * @param columns which
   * @param totalBytes the heap that all of it takes when it is loaded
   */
  GroupColumns(Source source, BitSet columns, long totalBytes) {
    this.source = source;
    this.columns = columns;
    this.totalBytes = totalBytes;
    segments = new AtomicReferenceArray<>(columns.length());
  }

  boolean has(int[] wanted) {
    return Arrays.stream(wanted).allMatch(column -> column >= 0 && columns.get(column));
  }

  /** The columns that there are, ascending. */
  int[] columns() {
    return columns.stream().toArray();
  }

  /**
   * Loads the keys and some columns unless they are in memory.
   *
   * @throws GabbroException when they cannot be read
   */
  void load(int[] wanted) {
    if (keys == null) {
      keys = source.keys();
    }
    for (int column : wanted) {
      if (segments.get(column) == null) {
        segments.compareAndSet(column, null, source.segment(column));
      }
    }
  }

  /** The keys; null unless they are in memory. */
  GroupKeys keys() {
    return keys;
  }

  /** A column; null unless it is in memory. */
  Segment segment(int column) {
    return column >= 0 && column < segments.length() ? segments.get(column) : null;
  }

  /** The heap that it takes when all of it is in memory. */
  long totalBytes() {
    return totalBytes;
  }

  /** An estimate of the bytes of heap that it takes now. */
  long memoryBytes() {
    GroupKeys present = keys;
    long bytes = present == null ? 0 : present.memoryBytes();
    for (int column = 0; column < segments.length(); column++) {
      Segment segment = segments.get(column);
      bytes += segment == null ? 0 : segment.memoryBytes();
    }
    return bytes;
  }
}
