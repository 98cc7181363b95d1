package io.gabbro.plan.binder;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.PlanColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a list of projections; a column that is taken as it is keeps its id, the first time. */
final class Projections {
  private final BindingContext context;
  private final List<Projection> projections = new ArrayList<>();
  private final Set<Integer> kept = new HashSet<>();

  Projections(BindingContext context) {
    this.context = context;
  }

  /** Columns of which each stays as it is. */
  static List<Projection> keep(List<PlanColumn> columns) {
    return columns.stream().map(column -> new Projection(column, column.reference())).toList();
  }

  /** Adds a column. */
  PlanColumn add(String name, BoundExpression value) {
    PlanColumn column =
        value instanceof ColumnReference reference && kept.add(reference.id())
            ? renamed(context.column(reference.id()), name)
            : context.newColumn(name, value);
    projections.add(new Projection(column, value));
    return column;
  }

  private static PlanColumn renamed(PlanColumn column, String name) {
    return new PlanColumn(column.id(), name, column.type(), column.nullable(), column.origin());
  }

  /** The list. */
  List<Projection> list() {
    return projections;
  }
}
