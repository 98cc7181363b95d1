package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;

/** Where runs of equal values start. Immutable. */
final class Runs {
  private final int[] starts;
  private final int rows;

  /**
   * @param starts the first row of each run, ascending, from 0
   * @param rows the number of rows of all runs
   */
  Runs(int[] starts, int rows) {
    this.starts = starts;
    this.rows = rows;
  }

  static Runs read(SegmentInput in, int rows) {
    int count = in.intValue();
    int[] starts = in.ints(count);
    in.check(count > 0 && starts[0] == 0);
    for (int run = 1; run < count; run++) {
      in.check(starts[run] > starts[run - 1] && starts[run] < rows);
    }
    return new Runs(starts, rows);
  }

  int count() {
    return starts.length;
  }

  /** The row behind the last of a run. */
  int end(int run) {
    return run + 1 < starts.length ? starts[run + 1] : rows;
  }

  /** The run of a row. */
  int find(int row) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  void write(ByteBuilder out) {
    out.putIntLittle(starts.length);
    SegmentOutput.ints(out, starts);
  }

  long memoryBytes() {
    return 40 + 4L * starts.length;
  }
}
