package io.gabbro.execution.sort;

import io.gabbro.execution.spill.SpillFile;
import io.gabbro.execution.spill.SpillReader;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Merges sorted files into one order; of equal rows, those of earlier files come first. */
final class RunMerge implements AutoCloseable {
  /** A file and the row in it that comes next. */
  private static final class Run {
    private final int number;
    private final SpillReader reader;
    private RowBatch batch;
    private int row;

    Run(int number, SpillReader reader) {
      this.number = number;
      this.reader = reader;
      batch = reader.next();
    }

    boolean advance() {
      if (++row == batch.selection().count()) {
        batch = reader.next();
        row = 0;
      }
      return batch != null;
    }
  }

  private final List<SpillReader> readers = new ArrayList<>();
  private final PriorityQueue<Run> queue;

  RunMerge(List<SpillFile> files, RowOrder order) {
    queue = new PriorityQueue<>(files.size(), (left, right) -> compare(order, left, right));
    try {
      for (SpillFile file : files) {
        SpillReader reader = file.read();
        readers.add(reader);
        Run run = new Run(readers.size(), reader);
        if (run.batch != null) {
          queue.add(run);
        }
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private static int compare(RowOrder order, Run left, Run right) {
    int compared = order.compare(left.batch, left.row, right.batch, right.row, 0);
    return compared != 0 ? compared : Integer.compare(left.number, right.number);
  }

  /**
   * Fills a batch with the next rows.
   *
   * @return false at the end, when there are none
   */
  boolean next(RowBatch target) {
    for (int column = 0; column < target.columnCount(); column++) {
      target.column(column).reset();
    }
    int count = 0;
    while (count < RowBatch.CAPACITY && !queue.isEmpty()) {
      Run run = queue.poll();
      for (int column = 0; column < target.columnCount(); column++) {
        ColumnVector vector = target.column(column);
        vector.ensureCapacity(count + 1);
        vector.copyRow(count, run.batch.column(column), run.row);
      }
      count++;
      if (run.advance()) {
        queue.add(run);
      }
    }
    target.selection().selectAll(count);
    return count > 0;
  }

  @Override
  public void close() {
    readers.forEach(SpillReader::close);
  }
}
