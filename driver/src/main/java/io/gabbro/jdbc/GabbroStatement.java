package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.Cancellation;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.session.Parameters;
import io.gabbro.session.PreparedPlan;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A statement that is given its SQL text at each execution. */
final class GabbroStatement extends TextExecutions {
  private final List<String> batch = new ArrayList<>();
  private String sql;

  GabbroStatement(GabbroConnection connection) {
    super(connection);
  }

  @Override
  String sql() {
    return sql;
  }

  @Override
  void run(String text, KeyRequest keys, boolean rowsWanted) throws SQLException {
    Cancellation cancellation = begin();
    sql = isEscapeProcessing() ? EscapeSyntax.translate(text) : text;
    try {
      PreparedPlan plan = keys.prepare(connection.session(), sql, List.of());
      if (rowsWanted && plan.kind() != PreparedPlan.Kind.ROWS) {
        throw noRows();
      }
      if (!plan.parameterTypes().isEmpty()) {
        throw new GabbroException(ErrorCode.UNBOUND_PARAMETER, 1)
            .withHint("statements with parameters are executed by a PreparedStatement");
      }
      Parameters none = new Parameters(List.of());
      none.endRow();
      keep(plan.execute(none, cancellation), null, keys.isWanted());
    } catch (RuntimeException e) {
      throw SqlExceptions.of(e, sql);
    }
  }

  @Override
  public void addBatch(String text) throws SQLException {
    checkOpen();
    batch.add(text);
  }

  @Override
  public void clearBatch() throws SQLException {
    checkOpen();
    batch.clear();
  }

  /**
   * Executes the statements in order. In auto-commit mode each is a transaction of its own. The
   * first that fails ends the batch: the update counts of the exception are those of the statements
   * before it.
   */
  @Override
  public long[] executeLargeBatch() throws SQLException {
    connection.lock();
    try {
      checkOpen();
      List<String> statements = List.copyOf(batch);
      batch.clear();
      long[] counts = new long[statements.size()];
      for (int index = 0; index < counts.length; index++) {
        counts[index] = execute(statements.get(index), Arrays.copyOf(counts, index));
      }
      return counts;
    } finally {
      connection.unlock();
    }
  }

  private long execute(String text, long[] before) throws BatchUpdateException {
    try {
      run(text, KeyRequest.NONE, false);
      return Math.max(0, countOfUpdate());
    } catch (SQLException e) {
      throw BatchFailures.of(e, before);
    }
  }
}
