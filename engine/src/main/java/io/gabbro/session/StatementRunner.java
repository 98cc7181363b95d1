package io.gabbro.session;

import io.gabbro.column.ColumnView;
import io.gabbro.config.Option;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.BadRows;
import io.gabbro.execution.Cancellation;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.MemoryBudget;
import io.gabbro.execution.Operator;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.BoundStatement;
import io.gabbro.transaction.ReadView;
import io.gabbro.vector.RowBatch;
import java.util.List;
import java.util.Locale;

/** Runs planned statements of a session. Used by one thread at a time. */
final class StatementRunner {
  private final EmbeddedSession session;

  StatementRunner(EmbeddedSession session) {
    this.session = session;
  }

  /** Runs a statement with one row of parameters. */
  Result run(SessionPlan plan, Parameters parameters, Cancellation cancellation) {
    startTimeout(cancellation);
    if (plan.current().statement() instanceof BoundStatement.Utility utility
        && TransactionControl.handles(utility.statement())) {
      return new TransactionControl(session, cancellation).run(utility.statement());
    }
    Started started = start(plan, cancellation);
    PlannedStatement planned = started.planned();
    StatementScope scope = started.scope();
    try {
      checkParameters(planned, parameters);
      Result result = run(planned, scope, parameters.batch());
      if (!(result instanceof OperatorRows)) {
        scope.succeed();
      }
      return result;
    } catch (RuntimeException | Error e) {
      scope.fail();
      throw e;
    }
  }

  /** A statement that has started: what is to run, and on which snapshot. */
  record Started(PlannedStatement planned, StatementScope scope) {}

  /** Chooses plan and snapshot of a statement so that they belong to the same catalog. */
  Started start(SessionPlan plan, Cancellation cancellation) {
    return session
        .shared()
        .transactions()
        .schema()
        .runStart(
            cancellation::check,
            () -> {
              PlannedStatement planned = plan.current();
              StatementScope scope = session.startStatement(cancellation);
              if (!(planned.statement() instanceof BoundStatement.Utility)) {
                view(scope);
              }
              return new Started(planned, scope);
            });
  }

  private static void view(StatementScope scope) {
    try {
      scope.view();
    } catch (RuntimeException | Error e) {
      scope.fail();
      throw e;
    }
  }

  /** Refuses values that were bound for a plan of another catalog. */
  static void checkParameters(PlannedStatement planned, Parameters parameters) {
    if (!parameters.types().equals(planned.parameterTypes())) {
      throw new GabbroException(ErrorCode.SERIALIZATION_FAILURE)
          .withHint("a table changed after the parameters were bound; bind them again");
    }
  }

  /** Starts the session's time-out, unless the caller has set one. */
  void startTimeout(Cancellation cancellation) {
    long limit = session.options().duration(Option.STATEMENT_TIMEOUT).toNanos();
    if (limit > 0 && cancellation.remainingNanos() == Long.MAX_VALUE) {
      cancellation.startTimeout(limit);
    }
  }

  /** Runs a statement in a scope, which the caller ends unless the result streams. */
  Result run(PlannedStatement planned, StatementScope scope, RowBatch parameters) {
    if (planned.statement() instanceof BoundStatement.Utility utility) {
      return new UtilityRunner(session, scope).run(utility.statement(), planned.columns());
    }
    return run(planned, scope, scope.view(), parameters);
  }

  /** As the other, but seeing what {@code view} sees, which the caller owns. */
  Result run(PlannedStatement planned, StatementScope scope, ReadView view, RowBatch parameters) {
    BoundStatement statement = filled(planned.statement(), scope);
    ExecutionContext context = context(view, scope.cancellation(), parameters);
    if (statement instanceof BoundStatement.Query query) {
      Operator operator = new PhysicalPlanner(context).plan(query.plan());
      OpenRows open = new OpenRows(operator, scope, session.holdings());
      return new OperatorRows(session, planned, open, context.badRows());
    }
    Result result = runChange(statement, planned.columns(), scope, context);
    session.note(context.badRows());
    return result;
  }

  private BoundStatement filled(BoundStatement statement, StatementScope scope) {
    return new SystemTables(new SystemRows(session, scope.transaction().schema().catalog()))
        .fill(statement);
  }

  private Result runChange(
      BoundStatement statement,
      List<ResultColumn> columns,
      StatementScope scope,
      ExecutionContext context) {
    if (statement instanceof BoundStatement.Explain explain) {
      return new ExplainRunner(session, scope, context).run(explain);
    }
    if (statement instanceof BoundStatement.CopyFrom copy) {
      return new Result.UpdateCount(new CopyFromRunner(session, scope, context).run(copy));
    }
    if (statement instanceof BoundStatement.CopyTo copy) {
      return new Result.UpdateCount(new CopyToRunner(session, context).run(copy));
    }
    return new ChangeRunner(session, scope, context, new PhysicalPlanner(context).serial())
        .run(statement, columns);
  }

  /** What the operators of a statement share. */
  private ExecutionContext context(ReadView view, Cancellation cancellation, RowBatch parameters) {
    SharedDatabase database = session.shared();
    return new ExecutionContext(
        view,
        view == null || session.options().text(Option.SEGMENTS).equals("off")
            ? ColumnView.NONE
            : view.columns(),
        parameters,
        session.evaluationContext(cancellation),
        cancellation,
        new MemoryBudget(session.options().bytes(Option.MEMORY_LIMIT), database.statementMemory()),
        database.workers(),
        database.spill(),
        new BadRows(
            BadRows.Policy.valueOf(
                session.options().text(Option.ON_BAD_ROW).toUpperCase(Locale.ROOT))));
  }
}
