package io.gabbro.crash;

import io.gabbro.execution.Cancellation;
import io.gabbro.session.Parameters;
import io.gabbro.session.PreparedPlan;
import io.gabbro.session.SqlTester;
import java.util.SortedMap;

/** Many rows of parameters for one INSERT or one DELETE. */
final class Batches implements Work {
  private static final int ROWS = 40;
  private static final int KEPT = 30;

  @Override
  public void prepare(SqlTester sql) {
    sql.run("CREATE TABLE IF NOT EXISTS batches (id INTEGER PRIMARY KEY, v TEXT)");
  }

  @Override
  public void run(SqlTester sql, long step) {
    boolean deletes = step % 2 == 1;
    PreparedPlan plan =
        sql.session()
            .prepare(
                deletes ? "DELETE FROM batches WHERE id = ?" : "INSERT INTO batches VALUES (?, ?)");
    Parameters parameters = new Parameters(plan.parameterTypes());
    for (int row = 0; row < ROWS; row++) {
      if (deletes) {
        SqlTester.fill(parameters, (int) (step - 1 - KEPT) * ROWS + row);
      } else {
        SqlTester.fill(parameters, (int) step * ROWS + row, Work.text(step, row));
      }
    }
    plan.executeBatch(parameters, new Cancellation());
  }

  @Override
  public void apply(SortedMap<String, String> state, long step) {
    for (int row = 0; row < ROWS; row++) {
      if (step % 2 == 0) {
        state.put(TableReader.key("batches", step * ROWS + row), Work.text(step, row));
      } else if (step > KEPT) {
        state.remove(TableReader.key("batches", (step - 1 - KEPT) * ROWS + row));
      }
    }
  }

  @Override
  public void read(SqlTester sql, SortedMap<String, String> state) {
    TableReader.read(sql, "batches", state);
  }
}
