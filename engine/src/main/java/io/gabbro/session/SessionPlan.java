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

  private void refresh() {
    CatalogSnapshot catalog = session.catalog();
    if (planned.catalogVersion() != catalog.version()) {
      use(session.planner().plan(key, catalog));
    }
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
    refresh();
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
    refresh();
    if (pointLookup != null && session.readsLatest()) {
      return pointLookup.execute(parameters, cancellation);
    }
    return runner.run(planned, parameters, cancellation);
  }

  @Override
  public long[] executeBatch(Parameters parameters, Cancellation cancellation) {
    refresh();
    return new BatchRunner(session, runner).run(planned, parameters, cancellation);
  }
}
