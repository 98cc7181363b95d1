package io.gabbro.execution.scan;

import io.gabbro.column.ColumnPiece;
import io.gabbro.column.RowGroup;
import io.gabbro.column.segment.Segment;
import io.gabbro.column.segment.WordSegment;
import io.gabbro.execution.Cancellation;
import io.gabbro.execution.expression.WordRange;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;

/** The rows of a piece of a group that match, without those that may have been written since. */
final class GroupRows implements BatchSource {
  private final ScanStages stages;
  private final Cancellation cancellation;
  private final Selection selection;
  private final RowBatch batch;
  private final Segment[] segments;
  private final GroupFilter[] filters;
  private final ScanBound bound;
  private final boolean[] decoded;
  private final int[] excluded;
  private final int end;
  private final int batchRows;
  private int nextExcluded;
  private int row;

  GroupRows(
      ColumnPiece.Grouped piece,
      ScanStages stages,
      ScanBound bound,
      ScanStatistics statistics,
      Cancellation cancellation) {
    this.stages = stages;
    this.cancellation = cancellation;
    selection = stages.selection();
    batch = stages.batch();
    excluded = piece.excluded();
    segments = segments(piece.group(), stages.tableColumns());
    decoded = new boolean[segments.length];
    List<ScanStages.Stage> conditions = stages.stages();
    filters = new GroupFilter[conditions.size()];
    boolean isSafe = true;
    boolean canMatch = true;
    for (int index = 0; index < filters.length; index++) {
      filters[index] = GroupFilter.of(conditions.get(index), segments, batch);
      canMatch &= filters[index].canMatch();
      isSafe &= conditions.get(index).isSafe();
    }
    this.bound = bound != null && isBoundBy(segments[bound.column()], bound) ? bound : null;
    canMatch &= !isSafe || isWanted();
    row = piece.start();
    end = canMatch ? piece.end() : row;
    batchRows = segments.length == 0 ? piece.end() : RowBatch.CAPACITY;
    statistics.addGroup(piece.end() - piece.start(), canMatch);
  }

  private static boolean isBoundBy(Segment segment, ScanBound bound) {
    return segment instanceof WordSegment && (segment.nullCount() == 0 || !bound.wantsNulls());
  }

  /** Whether the reader may want a row of the group. */
  private boolean isWanted() {
    WordRange range = bound == null ? null : bound.range();
    return range == null || range.canMatch(segments[bound.column()].bounds());
  }

  private static Segment[] segments(RowGroup group, int[] columns) {
    Segment[] segments = new Segment[columns.length];
    for (int index = 0; index < columns.length; index++) {
      segments[index] = group.segment(columns[index]);
    }
    return segments;
  }

  @Override
  public RowBatch next() {
    while (row < end) {
      int start = row;
      int count = Math.min(batchRows, end - start);
      row += count;
      selectClean(start, count);
      if (filter(start) && keepWanted(start)) {
        decode(stages.lastColumns(), start);
        for (ScanStages.Stage stage : stages.stages()) {
          decode(stage.columns(), start);
        }
        return batch;
      }
      cancellation.check();
    }
    return null;
  }

  private void selectClean(int start, int count) {
    if (nextExcluded == excluded.length || excluded[nextExcluded] >= start + count) {
      selection.selectAll(count);
      return;
    }
    int[] positions = selection.startPositions(count);
    int kept = 0;
    for (int position = 0; position < count; position++) {
      if (nextExcluded < excluded.length && excluded[nextExcluded] == start + position) {
        nextExcluded++;
      } else {
        positions[kept++] = position;
      }
    }
    selection.setCount(kept);
  }

  /** Applies all conditions; says whether rows may be left. */
  private boolean filter(int start) {
    Arrays.fill(decoded, false);
    for (GroupFilter filter : filters) {
      if (selection.count() == 0) {
        return false;
      }
      if (!filter.select(start, selection)) {
        decode(filter.stage().needed(), start);
        filter.stage().condition().select(batch, selection, selection);
      }
    }
    return true;
  }

  /** Keeps the rows that the reader may want; says whether there are any. */
  private boolean keepWanted(int start) {
    WordRange range = bound == null ? null : bound.range();
    if (range != null) {
      GroupFilter.select((WordSegment) segments[bound.column()], range, start, selection);
    }
    return selection.count() > 0;
  }

  private void decode(int[] positions, int start) {
    for (int position : positions) {
      if (!decoded[position]) {
        decoded[position] = true;
        ColumnVector target = batch.column(position);
        target.ensureCapacity(Math.min(batchRows, end));
        if (selection.isAll()) {
          segments[position].decode(start, selection.count(), target);
        } else {
          segments[position].decode(start, selection, target);
        }
      }
    }
  }

  @Override
  public void close() {
    row = end;
  }
}
