package io.gabbro.plan.binder;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.PlanColumn;
import java.util.List;
import java.util.Optional;

/**
 * The groups of a query, and the way from expressions over its rows to expressions over its groups.
 *
 * <p>Where the whole primary key is among the keys, the other columns of the table depend on it and
 * become keys when they are named.
 */
final class Grouping {
  private final AggregateCollector aggregates;
  private final Optional<Relation> relation;
  private final Projections keys;

  Grouping(BindingContext context, AggregateCollector aggregates, Optional<Relation> relation) {
    this.aggregates = aggregates;
    this.relation = relation;
    this.keys = new Projections(context);
  }

  /** Adds a key, unless it is there. */
  void addKey(String name, BoundExpression value) {
    if (find(value).isEmpty()) {
      keys.add(name, value);
    }
  }

  private Optional<PlanColumn> find(BoundExpression value) {
    return keys.list().stream()
        .filter(key -> SameComputation.of(key.value(), value))
        .map(Projection::output)
        .findFirst();
  }

  /**
   * An expression over rows as one over groups.
   *
   * @throws GabbroException GROUPING_ERROR when it needs a column that differs within a group
   */
  BoundExpression rewrite(BoundExpression value) {
    Optional<PlanColumn> key = find(value);
    if (key.isPresent()) {
      return key.orElseThrow().reference();
    }
    if (value instanceof ColumnReference column && !aggregates.isResult(column.id())) {
      if (!dependsOnKeys(column)) {
        throw GabbroException.at(
            aggregates.position(column), ErrorCode.GROUPING_ERROR, qualified(column));
      }
      addKey(column.name(), column);
      return find(column).orElseThrow().reference();
    }
    return value.mapOperands(this::rewrite);
  }

  private boolean dependsOnKeys(ColumnReference column) {
    List<PlanColumn> primaryKey = relation.map(Relation::primaryKey).orElse(List.of());
    return !primaryKey.isEmpty()
        && relation.orElseThrow().columns().stream().anyMatch(c -> c.id() == column.id())
        && primaryKey.stream().allMatch(part -> find(part.reference()).isPresent());
  }

  private String qualified(ColumnReference column) {
    return relation.flatMap(Relation::name).map(name -> name + ".").orElse("") + column.name();
  }

  /** The node that makes the groups of the rows of {@code input}. */
  LogicalPlan plan(LogicalPlan input) {
    return new LogicalPlan.Aggregate(input, keys.list(), aggregates.calls());
  }
}
