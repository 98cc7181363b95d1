package io.gabbro.session;

import io.gabbro.monitor.StatementRun;
import io.gabbro.vector.RowBatch;
import java.util.List;

/** Rows of a result that are counted while they are read; the statement ends with them. */
final class ObservedRows implements Result.Rows {
  private final Result.Rows rows;
  private final StatementRun run;

  private ObservedRows(Result.Rows rows, StatementRun run) {
    this.rows = rows;
    this.run = run;
  }

  /** The result of an execution: the end of its rows, or the result as it is, ends the run. */
  static Result observe(Result result, StatementRun run) {
    if (result instanceof Result.Rows rows) {
      run.pause();
      if (rows instanceof OperatorRows streamed) {
        streamed.whenAbandoned(() -> run.fail(SessionHoldings.closed()));
      }
      return new ObservedRows(rows, run);
    }
    run.succeed(result instanceof Result.UpdateCount count ? count.count() : 0);
    return result;
  }

  @Override
  public List<ResultColumn> columns() {
    return rows.columns();
  }

  @Override
  public RowBatch next() {
    run.resume();
    try {
      RowBatch batch = rows.next();
      if (batch == null) {
        succeed();
      } else {
        run.addRows(batch.selection().count());
      }
      return batch;
    } catch (RuntimeException | Error e) {
      run.fail(e);
      throw e;
    } finally {
      run.pause();
    }
  }

  private void succeed() {
    run.succeed(Math.max(0, rows.updateCount()));
  }

  @Override
  public long updateCount() {
    return rows.updateCount();
  }

  @Override
  public void close() {
    try {
      rows.close();
      succeed();
    } catch (RuntimeException | Error e) {
      run.fail(e);
      throw e;
    }
  }
}
