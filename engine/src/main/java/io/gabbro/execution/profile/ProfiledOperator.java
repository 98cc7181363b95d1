package io.gabbro.execution.profile;

import io.gabbro.execution.Operator;
import io.gabbro.execution.Spilling;
import io.gabbro.vector.RowBatch;

/** Measures an operator. */
final class ProfiledOperator implements Operator {
  private final Operator operator;
  private final NodeProfile profile;
  private boolean closed;

  ProfiledOperator(Operator operator, NodeProfile profile) {
    this.operator = operator;
    this.profile = profile;
  }

  @Override
  public RowBatch next() {
    long start = System.nanoTime();
    try {
      RowBatch batch = operator.next();
      if (batch != null) {
        profile.addBatch(batch.selection().count());
      }
      return batch;
    } finally {
      profile.addNanos(System.nanoTime() - start);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (operator instanceof Spilling spilling) {
        profile.addSpilledBytes(spilling.spilledBytes());
      }
    }
    operator.close();
  }
}
