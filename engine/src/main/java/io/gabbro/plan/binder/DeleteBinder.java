package io.gabbro.plan.binder;

import io.gabbro.ast.Statement;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.binder.SourceBinder.Source;
import java.util.Optional;

/** Binds DELETE. */
final class DeleteBinder {
  private final BindingContext context;

  DeleteBinder(BindingContext context) {
    this.context = context;
  }

  BoundStatement bind(Statement.Delete delete) {
    SourceBinder sources = new SourceBinder(context);
    TableDefinition table = sources.table(delete.table());
    Source source = sources.scan(table, delete.table(), delete.alias());
    Optional<BoundExpression> condition =
        UpdateBinder.condition(context, Scope.of(source.relation()), delete.where());
    return new BoundStatement.Delete(
        table,
        UpdateBinder.filtered(source.plan(), condition),
        condition,
        new ReturningBinder(context)
            .bind(table, delete.table(), delete.alias(), delete.returning()));
  }
}
