package io.gabbro.jdbc;

import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.jdbc.metadata.MemoryRows;
import io.gabbro.session.BatchFailure;
import io.gabbro.session.Parameters;
import io.gabbro.session.PreparedPlan;
import io.gabbro.session.Result;
import io.gabbro.vector.RowBatch;

/** A batch whose generated keys are wanted: executed row by row, the keys collected. */
final class KeyBatch {
  private final PreparedPlan plan;
  private final Parameters rows;
  private final MemoryRows keys;

  KeyBatch(PreparedPlan plan, Parameters rows) {
    this.plan = plan;
    this.rows = rows;
    keys = MemoryRows.empty(plan.columns());
  }

  /** The keys of all rows. */
  MemoryRows keys() {
    return keys;
  }

  /**
   * Executes all rows.
   *
   * @throws BatchFailure when one fails; those before it have taken effect
   */
  long[] execute(Cancellation cancellation) {
    long[] counts = new long[rows.rowCount()];
    for (int row = 0; row < counts.length; row++) {
      try {
        counts[row] = execute(row, cancellation);
      } catch (GabbroException e) {
        throw new BatchFailure(row, e);
      }
    }
    return counts;
  }

  private long execute(int row, Cancellation cancellation) {
    Parameters single = new Parameters(plan.parameterTypes());
    for (int index = 0; index < single.count(); index++) {
      single.vector(index).copyRow(0, rows.vector(index), row);
    }
    single.endRow();
    Result result = plan.execute(single, cancellation);
    if (!(result instanceof Result.Rows generated)) {
      return result instanceof Result.UpdateCount update ? update.count() : 0;
    }
    try (generated) {
      for (RowBatch batch = generated.next(); batch != null; batch = generated.next()) {
        keys.append(batch);
      }
      return generated.updateCount();
    }
  }
}
