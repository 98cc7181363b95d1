package io.gabbro.plan.binder;

import io.gabbro.ast.Identifier;
import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.SelectItem;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.BoundStatement.Returning;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds RETURNING. */
final class ReturningBinder {
  private final BindingContext context;

  ReturningBinder(BindingContext context) {
    this.context = context;
  }

  /** What the items compute from rows of the table; empty where there are none. */
  Optional<Returning> bind(
      TableDefinition table,
      QualifiedName name,
      Optional<Identifier> alias,
      List<SelectItem> items) {
    if (items.isEmpty()) {
      return Optional.empty();
    }
    SourceBinder sources = new SourceBinder(context);
    List<PlanColumn> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(sources.column(table, column));
    }
    PlanColumn key = context.newColumn(SourceBinder.KEY, SqlType.BYTEA, false, Optional.empty());
    Relation relation =
        new Relation(
            Optional.of(alias.orElse(name.name()).name()),
            Optional.of(table.name().name()),
            columns,
            List.of(key),
            SourceBinder.primaryKey(table, columns, key));
    List<Output> outputs =
        new SelectListBinder(context, Scope.of(relation), Aggregates.forbiddenIn("RETURNING"))
            .bind(items, List.of());
    if (outputs.stream().anyMatch(output -> names(output, key))) {
      columns.add(key);
    }
    Projections projections = new Projections(context);
    outputs.forEach(output -> projections.add(output.name(), output.value()));
    return Optional.of(new Returning(columns, projections.list()));
  }

  private static boolean names(Output output, PlanColumn column) {
    return output
        .value()
        .contains(
            part -> part instanceof ColumnReference reference && reference.id() == column.id());
  }

  /** The columns in a value that is given as bytes are not known to RETURNING. */
  static void requireKeyOnly(TableDefinition table, Returning returning) {
    for (int index = 0; index < table.columns().size(); index++) {
      int column = index;
      int id = returning.rowColumns().get(index).id();
      boolean isKey = table.primaryKey().stream().anyMatch(key -> key.column() == column);
      boolean named =
          returning.projections().stream()
              .anyMatch(
                  projection ->
                      projection
                          .value()
                          .contains(
                              part ->
                                  part instanceof ColumnReference reference
                                      && reference.id() == id));
      if (named && !isKey) {
        throw new GabbroException(
            ErrorCode.INVALID_COLUMN_REFERENCE,
            "RETURNING beside _value can only name columns of the primary key");
      }
    }
  }
}
