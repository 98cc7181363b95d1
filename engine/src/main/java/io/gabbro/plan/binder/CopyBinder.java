package io.gabbro.plan.binder;

import io.gabbro.ast.Statement;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.ParameterReference;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan.Values;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds COPY FROM: an INSERT whose parameters are the texts of the file. */
final class CopyBinder {
  private final BindingContext context;

  CopyBinder(BindingContext context) {
    this.context = context;
  }

  BoundStatement bind(Statement.CopyFrom copy) {
    TableDefinition table = new SourceBinder(context).table(copy.table());
    List<Integer> columns = TargetColumns.resolve(table, copy.columns());
    InsertSlots slots = InsertSlots.of(table, columns, copy.columns());
    DefaultBinder defaults = new DefaultBinder(context);
    List<BoundExpression> row = new ArrayList<>();
    for (int index = 0; index < slots.columns().size(); index++) {
      Column column = slots.columns().get(index);
      int parameter = slots.sources().get(index);
      row.add(
          parameter < 0
              ? defaults.bind(column)
              : context
                  .conversions()
                  .input(
                      new ParameterReference(parameter, SqlType.TEXT),
                      column.type(),
                      copy.position()));
    }
    Values input =
        new Values(
            slots.columns().stream()
                .map(c -> context.newColumn(c.name(), c.type(), true, Optional.empty()))
                .toList(),
            List.of(row));
    return new BoundStatement.CopyFrom(
        copy,
        table,
        columns,
        new BoundStatement.Insert(
            table, input, slots.givesKey(), slots.givesValue(), Optional.empty()));
  }
}
