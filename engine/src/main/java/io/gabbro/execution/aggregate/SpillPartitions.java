package io.gabbro.execution.aggregate;

import io.gabbro.execution.sort.RowBuffer;
import io.gabbro.execution.spill.SpillDirectory;
import io.gabbro.execution.spill.SpillFile;
import io.gabbro.type.VectorKind;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of an input that is being aggregated, put aside in files by four bits of the hash of their
 * keys, so that all rows of a group are in one file.
 */
final class SpillPartitions implements AutoCloseable {
  private static final int BITS = 4;
  private static final int COUNT = 1 << BITS;

  private final SpillDirectory directory;
  private final List<VectorKind> kinds;
  private final int shift;
  private final SpillFile[] files = new SpillFile[COUNT];
  private final RowBuffer[] buffers = new RowBuffer[COUNT];
  private final Selection[] selections = new Selection[COUNT];

  /**
   * Empty partitions.
   *
   * @param kinds the kinds of the columns of the input
   * @param level how often the rows were partitioned before: each time other bits decide
   */
  SpillPartitions(SpillDirectory directory, List<VectorKind> kinds, int level) {
    this.directory = directory;
    this.kinds = kinds;
    shift = Math.max(0, Long.SIZE - BITS * (level + 1));
    Arrays.setAll(selections, index -> new Selection(0));
  }

  /** Puts rows aside. */
  void add(RowBatch batch, Selection rows, long[] hashes) {
    int[] counts = new int[COUNT];
    int[][] positions = new int[COUNT][];
    for (int partition = 0; partition < COUNT; partition++) {
      positions[partition] = selections[partition].startPositions(rows.count());
    }
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int partition = (int) (hashes[row] >>> shift) & (COUNT - 1);
      positions[partition][counts[partition]++] = row;
    }
    for (int partition = 0; partition < COUNT; partition++) {
      if (counts[partition] > 0) {
        selections[partition].setCount(counts[partition]);
        add(partition, batch, selections[partition]);
      }
    }
  }

  private void add(int partition, RowBatch batch, Selection rows) {
    if (buffers[partition] == null) {
      files[partition] = new SpillFile(directory, kinds);
      buffers[partition] = new RowBuffer(kinds);
    }
    RowBuffer buffer = buffers[partition];
    if (buffer.count() + rows.count() > RowBatch.CAPACITY) {
      flush(partition);
    }
    buffer.append(batch, rows);
  }

  private void flush(int partition) {
    for (RowBatch chunk : buffers[partition].chunks()) {
      files[partition].write(chunk, chunk.selection());
    }
    buffers[partition].clear();
  }

  /** Ends adding; the files now belong to the caller. */
  List<SpillFile> finish() {
    List<SpillFile> finished = new ArrayList<>();
    for (int partition = 0; partition < COUNT; partition++) {
      if (files[partition] != null) {
        flush(partition);
        finished.add(files[partition]);
      }
    }
    Arrays.fill(files, null);
    return finished;
  }

  @Override
  public void close() {
    for (SpillFile file : files) {
      if (file != null) {
        file.close();
      }
    }
    Arrays.fill(files, null);
  }
}
