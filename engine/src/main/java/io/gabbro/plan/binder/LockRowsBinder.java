package io.gabbro.plan.binder;

import io.gabbro.ast.Identifier;
import io.gabbro.ast.Query;
import io.gabbro.ast.QueryBody;
import io.gabbro.ast.RowLocking;
import io.gabbro.ast.TableExpression;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.SortKey;
import io.gabbro.plan.binder.SourceBinder.Source;
import java.util.List;
import java.util.Optional;

/** Binds SELECT … FOR UPDATE: a query whose rows are those of one table. */
final class LockRowsBinder {
  private static final String CLAUSE = "SELECT FOR UPDATE";

  private final BindingContext context;

  LockRowsBinder(BindingContext context) {
    this.context = context;
  }

  BoundStatement bind(Query query, RowLocking locking) {
    QueryBody.Select select = select(query, locking.position());
    TableExpression.TableName from = from(select, locking.position());
    SourceBinder sources = new SourceBinder(context);
    TableDefinition table = sources.table(from.name());
    Source source = sources.scan(table, from.name(), from.alias());
    checkNames(locking, from);
    Scope scope = Scope.of(source.relation());
    Optional<BoundExpression> condition = UpdateBinder.condition(context, scope, select.where());
    Aggregates noAggregates = Aggregates.forbiddenIn(CLAUSE);
    List<Output> outputs =
        new SelectListBinder(context, scope, noAggregates).bind(select.items(), List.of());
    OrderBy order = new OrderBy(outputs, false);
    order.bind(query.orderBy(), new ExpressionBinder(context, scope, noAggregates));
    List<SortKey> sortKeys = order.sourceKeys();
    LogicalPlan rows = UpdateBinder.filtered(source.plan(), condition);
    Projections projections = new Projections(context);
    outputs.forEach(output -> projections.add(output.name(), output.value()));
    QueryBinder counts = new QueryBinder(context);
    return new BoundStatement.LockRows(
        table,
        sortKeys.isEmpty() ? rows : new LogicalPlan.Sort(rows, sortKeys),
        condition,
        locking.ifLocked(),
        !sortKeys.isEmpty(),
        query.limit().map(count -> counts.count(count, "LIMIT")),
        query.offset().map(count -> counts.count(count, "OFFSET")),
        new BoundStatement.Returning(source.plan().output(), projections.list()));
  }

  private static QueryBody.Select select(Query query, SourcePosition position) {
    if (!(query.body() instanceof QueryBody.Select select)) {
      throw refused(position, "VALUES");
    }
    if (select.distinct()) {
      throw refused(position, "DISTINCT");
    }
    if (!select.groupBy().isEmpty()) {
      throw refused(position, "GROUP BY");
    }
    if (select.having().isPresent()) {
      throw refused(position, "HAVING");
    }
    return select;
  }

  private static TableExpression.TableName from(QueryBody.Select select, SourcePosition position) {
    if (select.from().isEmpty()) {
      throw refused(position, "a query without FROM");
    }
    if (select.from().get() instanceof TableExpression.TableName name) {
      return name;
    }
    throw refused(position, "a subquery in FROM");
  }

  private static GabbroException refused(SourcePosition position, String what) {
    return GabbroException.at(position, ErrorCode.UNSUPPORTED, "FOR UPDATE with " + what);
  }

  private static void checkNames(RowLocking locking, TableExpression.TableName from) {
    String known = from.alias().orElse(from.name().name()).name();
    for (Identifier table : locking.tables()) {
      if (!table.name().equals(known)) {
        throw GabbroException.at(table.position(), ErrorCode.MISSING_FROM_ENTRY, table.name());
      }
    }
  }
}
