package io.gabbro.execution.sort;

import io.gabbro.execution.MemoryReservation;
import io.gabbro.execution.expression.WordRange;
import io.gabbro.execution.spill.SpillDirectory;
import io.gabbro.execution.spill.SpillFile;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects rows and yields them in an order, or only the first of them. What does not fit into
 * memory goes into sorted files, which are merged at the end. Stable. Not thread-safe; closing
 * twice is harmless.
 */
final class ExternalSort implements AutoCloseable {
  private static final int MAX_RUNS = 32;
  private static final int SPARE_ROWS = 1024;

  private final RowOrder order;
  private final int bound;
  private final MemoryReservation memory;
  private final SpillDirectory directory;
  private RowBuffer buffer;
  private final Threshold threshold;
  private final Selection candidates = new Selection(0);
  private final RowBatch output;
  private final List<SpillFile> runs = new ArrayList<>();
  private RunMerge merge;
  private int[] sorted;
  private int next;
  private long spilledBytes;

  /**
   * Collects nothing yet.
   *
   * @param kinds the kinds of the columns
   * @param outputColumns how many of them, from the first on, are yielded
   * @param bound how many rows are wanted; {@code Integer.MAX_VALUE} for all
   */
  ExternalSort(
      RowOrder order,
      List<VectorKind> kinds,
      int outputColumns,
      int bound,
      MemoryReservation memory,
      SpillDirectory directory) {
    this.order = order;
    this.bound = bound;
    this.memory = memory;
    this.directory = directory;
    buffer = new RowBuffer(kinds);
    threshold = new Threshold(order, kinds);
    output = batch(kinds.subList(0, outputColumns));
  }

  private static RowBatch batch(List<VectorKind> kinds) {
    List<ColumnVector> columns = new ArrayList<>();
    kinds.forEach(kind -> columns.add(ColumnVector.allocate(kind, 0)));
    return new RowBatch(columns);
  }

  /** Adds the selected rows of a batch. */
  void add(RowBatch batch) {
    Selection rows = batch.selection();
    if (threshold.isSet()) {
      threshold.select(batch, rows, candidates);
      rows = candidates;
    }
    if (rows.count() == 0) {
      return;
    }
    buffer.append(batch, rows);
    if (bound < Integer.MAX_VALUE - SPARE_ROWS
        && buffer.count() >= Math.max(2L * bound, (long) bound + SPARE_ROWS)) {
      keepFirst();
    }
    if (!memory.tryHold(bytes())) {
      makeRoom();
    }
  }

  /** As {@link Threshold#wanted}, of the rows so far. */
  WordRange wanted() {
    return threshold.wanted();
  }

  private long bytes() {
    return buffer.memoryBytes() + (long) buffer.count() * RowSorter.BYTES_PER_ROW;
  }

  /** Forgets the rows that can no longer be wanted. */
  private void keepFirst() {
    int[] indexes = RowSorter.sort(buffer, order);
    int last = indexes[bound - 1];
    threshold.set(buffer.chunk(last), RowBuffer.position(last));
    RowBatch part = batch(buffer.kinds());
    RowBuffer kept = new RowBuffer(buffer.kinds());
    for (int start = 0; start < bound; start += RowBatch.CAPACITY) {
      buffer.gather(indexes, start, Math.min(RowBatch.CAPACITY, bound - start), part);
      kept.append(part, part.selection());
    }
    buffer = kept;
  }

  private void makeRoom() {
    if (bound < buffer.count()) {
      keepFirst();
      if (memory.tryHold(bytes())) {
        return;
      }
    }
    spill();
  }

  /** Writes what is in memory to a file, in order. */
  private void spill() {
    int[] indexes = RowSorter.sort(buffer, order);
    SpillFile file = new SpillFile(directory, buffer.kinds());
    runs.add(file);
    RowBatch part = batch(buffer.kinds());
    int wanted = Math.min(indexes.length, bound);
    for (int start = 0; start < wanted; start += RowBatch.CAPACITY) {
      buffer.gather(indexes, start, Math.min(RowBatch.CAPACITY, wanted - start), part);
      file.write(part, part.selection());
    }
    spilledBytes += file.bytes();
    buffer.clear();
    memory.tryHold(0);
    if (runs.size() == MAX_RUNS) {
      mergeRuns();
    }
  }

  private void mergeRuns() {
    SpillFile merged = new SpillFile(directory, buffer.kinds());
    try (RunMerge source = new RunMerge(runs, order)) {
      RowBatch part = batch(buffer.kinds());
      while (merged.rows() < bound && source.next(part)) {
        merged.write(part, part.selection());
      }
    } catch (RuntimeException | Error e) {
      merged.close();
      throw e;
    }
    spilledBytes += merged.bytes();
    runs.forEach(SpillFile::close);
    runs.clear();
    runs.add(merged);
  }

  /** Ends adding. */
  void finish() {
    if (runs.isEmpty()) {
      sorted = RowSorter.sort(buffer, order);
    } else {
      if (buffer.count() > 0) {
        spill();
      }
      merge = new RunMerge(runs, order);
    }
  }

  /** The next rows in order, valid until the next call; null at the end. */
  RowBatch next() {
    if (merge != null) {
      return merge.next(output) ? output : null;
    }
    int count = Math.min(RowBatch.CAPACITY, Math.min(sorted.length, bound) - next);
    if (count <= 0) {
      return null;
    }
    buffer.gather(sorted, next, count, output);
    next += count;
    return output;
  }

  /** The bytes that were written to files. */
  long spilledBytes() {
    return spilledBytes;
  }

  @Override
  public void close() {
    if (merge != null) {
      merge.close();
    }
    runs.forEach(SpillFile::close);
    runs.clear();
    buffer.clear();
    memory.close();
  }
}
