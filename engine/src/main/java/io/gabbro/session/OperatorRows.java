package io.gabbro.session;

import io.gabbro.execution.BadRows;
import io.gabbro.execution.Operator;
import io.gabbro.vector.RowBatch;
import java.util.List;

/** The rows of a query as its operators yield them. */
final class OperatorRows implements Result.Rows {
  private final EmbeddedSession session;
  private final List<ResultColumn> columns;
  private final Operator operator;
  private final StatementScope scope;
  private final BadRows badRows;
  private boolean ended;

  OperatorRows(
      EmbeddedSession session,
      List<ResultColumn> columns,
      Operator operator,
      StatementScope scope,
      BadRows badRows) {
    this.session = session;
    this.columns = columns;
    this.operator = operator;
    this.scope = scope;
    this.badRows = badRows;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public RowBatch next() {
    if (ended) {
      return null;
    }
    try {
      scope.cancellation().check();
      RowBatch batch = operator.next();
      if (batch == null) {
        close();
      }
      return batch;
    } catch (RuntimeException | Error e) {
      ended = true;
      try {
        operator.close();
      } finally {
        scope.abandon();
      }
      throw e;
    }
  }

  @Override
  public long updateCount() {
    return -1;
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      try {
        operator.close();
      } finally {
        scope.succeed();
      }
      session.note(badRows);
    }
  }
}
