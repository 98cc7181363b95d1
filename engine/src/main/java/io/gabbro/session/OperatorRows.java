package io.gabbro.session;

import io.gabbro.execution.BadRows;
import io.gabbro.lifecycle.LeakWatch;
import io.gabbro.monitor.SqlText;
import io.gabbro.vector.RowBatch;
import java.lang.ref.Reference;
import java.util.List;

/** The rows of a query as its operators yield them. */
final class OperatorRows implements Result.Rows {
  private final EmbeddedSession session;
  private final List<ResultColumn> columns;
  private final OpenRows open;
  private final BadRows badRows;
  private final LeakWatch watch;
  private boolean ended;

  OperatorRows(EmbeddedSession session, PlannedStatement planned, OpenRows open, BadRows badRows) {
    this.session = session;
    this.columns = planned.columns();
    this.open = open;
    this.badRows = badRows;
    String sql = planned.sql();
    watch = LeakWatch.over(this, "a result", () -> SqlText.shorten(sql), open::abandon);
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public RowBatch next() {
    try {
      RowBatch batch = open.next();
      if (batch == null) {
        end();
      }
      return batch;
    } catch (RuntimeException | Error e) {
      ended = true;
      watch.end();
      throw Exhaustion.failure(e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** What is to be run when the session is closed before, or the result is forgotten. */
  void whenAbandoned(Runnable action) {
    open.whenAbandoned(action);
  }

  @Override
  public long updateCount() {
    return -1;
  }

  @Override
  public void close() {
    try {
      open.close();
    } finally {
      end();
      Reference.reachabilityFence(this);
    }
  }

  private void end() {
    if (!ended) {
      ended = true;
      watch.end();
      session.note(badRows);
    }
  }
}
