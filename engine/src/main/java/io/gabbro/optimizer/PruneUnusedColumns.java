package io.gabbro.optimizer;

import io.gabbro.plan.AggregateCall;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Aggregate;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.LogicalPlan.TableScan.ScanColumn;
import io.gabbro.plan.LogicalPlan.Values;
import io.gabbro.plan.PlanColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and computes only what is used above.
 *
 * <pre>
 * Aggregate count(*)          Aggregate count(*)
 *   TableScan t           →     TableScan t
 *     columns: a, b, c            columns: c
 *     filter: c = 1               filter: c = 1
 * </pre>
 */
final class PruneUnusedColumns {
  /** A plan that yields the same columns. */
  LogicalPlan apply(LogicalPlan plan) {
    return prune(plan, plan.output().stream().map(PlanColumn::id).collect(Collectors.toSet()));
  }

  private LogicalPlan prune(LogicalPlan node, Set<Integer> required) {
    LogicalPlan narrow = narrow(node, required);
    if (narrow.inputs().isEmpty()) {
      return narrow;
    }
    Set<Integer> below = new HashSet<>();
    boolean passesThrough = !(narrow instanceof Project || narrow instanceof Aggregate);
    if (passesThrough) {
      below.addAll(required);
    }
    NodeExpressions.forEach(narrow, expression -> References.collect(expression, below));
    LogicalPlan input = narrow.inputs().get(0);
    LogicalPlan pruned = prune(input, below);
    return pruned == input ? narrow : narrow.withInputs(List.of(pruned));
  }

  /** The node without columns that nobody asks for. */
  private static LogicalPlan narrow(LogicalPlan node, Set<Integer> required) {
    if (node instanceof TableScan scan) {
      return narrow(scan, required);
    }
    if (node instanceof Values values) {
      return narrow(values, required);
    }
    if (node instanceof Project project) {
      List<Projection> kept =
          project.projections().stream()
              .filter(projection -> required.contains(projection.output().id()))
              .toList();
      return kept.size() == project.projections().size()
          ? node
          : new Project(project.input(), kept);
    }
    if (node instanceof Aggregate aggregate) {
      List<AggregateCall> kept =
          aggregate.aggregates().stream()
              .filter(call -> required.contains(call.output().id()))
              .toList();
      return kept.size() == aggregate.aggregates().size()
          ? node
          : new Aggregate(aggregate.input(), aggregate.keys(), kept);
    }
    return node;
  }

  private static LogicalPlan narrow(TableScan scan, Set<Integer> required) {
    Set<Integer> used = new HashSet<>(required);
    scan.filter().ifPresent(filter -> References.collect(filter, used));
    List<ScanColumn> kept =
        scan.columns().stream().filter(column -> used.contains(column.output().id())).toList();
    return kept.size() == scan.columns().size()
        ? scan
        : new TableScan(scan.table(), kept, scan.access(), scan.filter(), scan.order());
  }

  private static LogicalPlan narrow(Values values, Set<Integer> required) {
    List<Integer> kept = new ArrayList<>();
    for (int column = 0; column < values.output().size(); column++) {
      if (required.contains(values.output().get(column).id())) {
        kept.add(column);
      }
    }
    if (kept.size() == values.output().size()) {
      return values;
    }
    List<List<BoundExpression>> rows =
        values.rows().stream().map(row -> kept.stream().map(row::get).toList()).toList();
    return new Values(kept.stream().map(values.output()::get).toList(), rows);
  }
}
