package io.gabbro.session;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.execution.Cancellation;
import io.gabbro.type.SqlType;
import java.util.List;

/** A prepared statement of an {@link EmbeddedSession}. */
final class SessionPlan implements PreparedPlan {
  private final EmbeddedSession session;
  private final PlanCache.Key key;
  private final StatementRunner runner;
  private PlannedStatement planned;
  private PointLookup pointLookup;

  SessionPlan(EmbeddedSession session, PlanCache.Key key) {
    this.session = session;
    this.key = key;
    runner = new StatementRunner(session);
    use(session.planner().plan(key, session.catalog()));
  }

  private void use(PlannedStatement newest) {
    planned = newest;
    pointLookup = PointLookup.of(session, newest);
  }

  /** The statement as planned for the present catalog. */
  PlannedStatement current() {
    session.shared().refresh();
    CatalogSnapshot catalog = session.catalog();
    if (planned.catalogVersion() != catalog.version()) {
      use(session.planner().plan(key, catalog));
    }
    return planned;
  }

  @Override
  public String sql() {
    return key.sql();
  }

  @Override
  public Kind kind() {
    return planned.kind();
  }

  @Override
  public List<SqlType> parameterTypes() {
    current();
    return planned.parameterTypes();
  }

  @Override
  public boolean isParameterTypeGuessed(int parameter) {
    return planned.guessed().get(parameter);
  }

  @Override
  public List<ResultColumn> columns() {
    return planned.columns();
  }

  @Override
  public Result execute(Parameters parameters, Cancellation cancellation) {
    current();
    if (pointLookup != null && session.readsLatest()) {
      Result row = pointLookup.tryExecute(parameters, cancellation);
      if (row != null) {
        return row;
      }
    }
    return runner.run(this, parameters, cancellation);
  }

  @Override
  public long[] executeBatch(Parameters parameters, Cancellation cancellation) {
    return new BatchRunner(runner).run(this, parameters, cancellation);
  }
}
