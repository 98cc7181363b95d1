package io.gabbro.execution.parallel;

import io.gabbro.catalog.TableDefinition;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import io.gabbro.vector.RowBatch;
import java.util.ArrayList;
import java.util.List;

/** Cuts the key ranges of a large scan into parts that threads take in turn. */
public final class RangeSplitter {
  /** Scans of fewer rows are not worth the threads. */
  public static final long MINIMUM_ROWS = 100_000;

  /** About how many times faster rows are read from column segments than from the store. */
  private static final int GROUP_SPEED = 2;

  private static final long ROWS_PER_PART = 32_768;
  private static final int PARTS_PER_THREAD = 8;
  private static final int MAX_PARTS = 512;

  private RangeSplitter() {}

  /**
   * Cuts ranges.
   *
   * @param context of the scan
   * @param table whose rows they are: groups of column segments are not cut
   * @param ranges in ascending order, without overlap
   * @param threads how many threads will work
   * @param minimumRows the number of rows below which nothing is cut
   * @return the parts in ascending order; empty when there are too few rows
   */
  public static List<KeyRange> split(
      ExecutionContext context,
      TableDefinition table,
      List<KeyRange> ranges,
      int threads,
      long minimumRows) {
    long rowsInGroups = 0;
    for (KeyRange range : ranges) {
      rowsInGroups += context.columns().rows(table, range);
    }
    return rowsInGroups < RowBatch.CAPACITY
            || rowsInGroups < rowsBehindGroups(context, table, ranges)
        ? splitStored(context, table, ranges, threads, minimumRows)
        : splitGroups(context, table, ranges, threads, rowsInGroups, minimumRows);
  }

  /** About how many rows there are from the last group of the last range on. */
  private static long rowsBehindGroups(
      ExecutionContext context, TableDefinition table, List<KeyRange> ranges) {
    KeyRange last = ranges.get(ranges.size() - 1);
    List<byte[]> starts = context.columns().starts(table, last);
    KeyRange tail =
        starts.isEmpty() ? last : last.intersect(new KeyRange(starts.get(starts.size() - 1), null));
    return context
        .view()
        .approximateCount(context.view().family(table.format().columnFamily()), tail);
  }

  /** Cuts where groups start, so many to a part that threads have some parts each. */
  private static List<KeyRange> splitGroups(
      ExecutionContext context,
      TableDefinition table,
      List<KeyRange> ranges,
      int threads,
      long rows,
      long minimumRows) {
    if (rows < minimumRows * GROUP_SPEED) {
      return List.of();
    }
    List<KeyRange> parts = new ArrayList<>();
    for (KeyRange range : ranges) {
      List<byte[]> starts = context.columns().starts(table, range);
      int step = Math.max(1, starts.size() / (PARTS_PER_THREAD * threads));
      List<byte[]> cuts = new ArrayList<>();
      for (int index = step; index < starts.size(); index += step) {
        cuts.add(starts.get(index));
      }
      parts.addAll(range.splitAt(cuts));
    }
    return parts;
  }

  private static List<KeyRange> splitStored(
      ExecutionContext context,
      TableDefinition table,
      List<KeyRange> ranges,
      int threads,
      long minimumRows) {
    ColumnFamily family = context.view().family(table.format().columnFamily());
    long[] counts = new long[ranges.size()];
    long total = 0;
    for (int index = 0; index < counts.length; index++) {
      counts[index] = context.view().approximateCount(family, ranges.get(index));
      total += counts[index];
    }
    if (total < minimumRows) {
      return List.of();
    }
    long wanted =
        Math.min(MAX_PARTS, Math.max((long) PARTS_PER_THREAD * threads, total / ROWS_PER_PART));
    List<KeyRange> parts = new ArrayList<>();
    for (int index = 0; index < counts.length; index++) {
      int share = (int) Math.max(1, wanted * counts[index] / Math.max(1, total));
      parts.addAll(context.view().split(family, ranges.get(index), share));
    }
    return parts;
  }
}
