package io.gabbro.execution.parallel;

import io.gabbro.storage.KeyRange;
import io.gabbro.vector.RowBatch;
import java.util.ArrayDeque;

/** A key range, and the batches of it that wait to be read. */
final class Part {
  private final KeyRange range;
  private final ArrayDeque<RowBatch> batches = new ArrayDeque<>();
  private boolean complete;

  Part(KeyRange range) {
    this.range = range;
  }

  KeyRange range() {
    return range;
  }

  ArrayDeque<RowBatch> batches() {
    return batches;
  }

  /** Whether no more batches will come. */
  boolean isComplete() {
    return complete;
  }

  void setComplete() {
    complete = true;
  }
}
