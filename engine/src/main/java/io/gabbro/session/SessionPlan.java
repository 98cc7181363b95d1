package io.gabbro.session;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.execution.Cancellation;
import io.gabbro.monitor.SessionActivity;
import io.gabbro.monitor.StatementRun;
import io.gabbro.type.SqlType;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

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
    session.shared().refresh(() -> {});
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
    try {
      return run(parameters, cancellation);
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw Exhaustion.failure(e);
    } finally {
      Reference.reachabilityFence(session);
    }
  }

  private Result run(Parameters parameters, Cancellation cancellation) {
    session.shared().refresh(cancellation::check);
    current();
    boolean isLookUp = pointLookup != null && session.readsLatest();
    if (isLookUp && !session.activity().isTimed()) {
      Result row = lookUp(parameters, cancellation);
      if (row != null) {
        return row;
      }
      isLookUp = false;
    }
    return isLookUp
        ? observe(run -> ObservedRows.observe(timedLookUp(parameters, cancellation), run))
        : observe(run -> ObservedRows.observe(runner.run(this, parameters, cancellation), run));
  }

  @Override
  public long[] executeBatch(Parameters parameters, Cancellation cancellation) {
    try {
      return observe(
          run -> {
            session.shared().refresh(cancellation::check);
            long[] counts = new BatchRunner(runner).run(this, parameters, cancellation);
            run.succeed(Arrays.stream(counts).sum());
            return counts;
          });
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw Exhaustion.failure(e);
    } finally {
      Reference.reachabilityFence(session);
    }
  }

  /** A look-up is too short to be shown while it runs. */
  private Result lookUp(Parameters parameters, Cancellation cancellation) {
    SessionActivity activity = session.activity();
    try {
      PointLookup.SingleRow row = pointLookup.tryExecute(parameters, cancellation);
      if (row != null) {
        activity.countPointRead(row.hasRow());
      }
      return row;
    } catch (RuntimeException | Error e) {
      activity.countFailure(e);
      throw e;
    }
  }

  private Result timedLookUp(Parameters parameters, Cancellation cancellation) {
    Result row = pointLookup.tryExecute(parameters, cancellation);
    return row != null ? row : runner.run(this, parameters, cancellation);
  }

  private <R> R observe(Function<StatementRun, R> work) {
    StatementRun run = session.activity().start(key.sql());
    try {
      return work.apply(run);
    } catch (RuntimeException | Error e) {
      run.fail(e);
      throw e;
    }
  }
}
