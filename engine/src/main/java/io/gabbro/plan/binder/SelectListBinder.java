package io.gabbro.plan.binder;

import io.gabbro.ast.Identifier;
import io.gabbro.ast.SelectItem;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Binds SELECT and RETURNING lists. */
final class SelectListBinder {
  private final ExpressionBinder binder;
  private final Scope scope;
  private final Aggregates aggregates;

  SelectListBinder(BindingContext context, Scope scope, Aggregates aggregates) {
    this.binder = new ExpressionBinder(context, scope, aggregates);
    this.scope = scope;
    this.aggregates = aggregates;
  }

  /**
   * Binds a list.
   *
   * @param wanted the types that items without a type take, in order; TEXT beyond its end
   */
  List<Output> bind(List<SelectItem> items, List<SqlType> wanted) {
    List<Output> outputs = new ArrayList<>();
    for (SelectItem item : items) {
      if (item instanceof SelectItem.AllColumns all) {
        expand(all, outputs);
      } else {
        SelectItem.Column column = (SelectItem.Column) item;
        String name =
            column
                .alias()
                .map(Identifier::name)
                .orElseGet(() -> OutputNames.of(column.expression()));
        BoundExpression value = binder.bind(column.expression());
        SourcePosition position = column.expression().position();
        Conversions conversions = binder.context().conversions();
        boolean takesType = Conversions.isUnknown(value) && outputs.size() < wanted.size();
        outputs.add(
            new Output(
                name,
                takesType
                    ? conversions.assignment(value, name, wanted.get(outputs.size()), position)
                    : conversions.typed(value)));
      }
    }
    return outputs;
  }

  private void expand(SelectItem.AllColumns all, List<Output> outputs) {
    if (all.table().isEmpty() && scope.relation().isEmpty()) {
      throw GabbroException.at(
          all.position(), ErrorCode.SYNTAX_ERROR, "SELECT * with no tables specified is not valid");
    }
    Relation relation =
        all.table().map(scope::relation).orElseGet(() -> scope.relation().orElseThrow());
    for (PlanColumn column : relation.columns()) {
      ColumnReference reference = column.reference();
      aggregates.columnAt(reference, all.position());
      outputs.add(new Output(column.name(), reference));
    }
  }
}
