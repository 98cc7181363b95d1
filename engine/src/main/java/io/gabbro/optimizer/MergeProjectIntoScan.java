package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.LogicalPlan.TableScan.ScanColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a scan yield its columns in another order and under other names.
 *
 * <pre>
 * Project b, a AS x        TableScan t
 *   TableScan t        →     columns: b, a AS x
 *     columns: a, b
 * </pre>
 */
final class MergeProjectIntoScan implements PlanRule {
  @Override
  public LogicalPlan apply(LogicalPlan node) {
    if (!(node instanceof Project project && project.input() instanceof TableScan scan)
        || project.projections().size() != scan.columns().size()) {
      return node;
    }
    List<ScanColumn> columns = new ArrayList<>();
    for (Projection projection : project.projections()) {
      Optional<ScanColumn> source = source(scan, projection);
      if (source.isEmpty()) {
        return node;
      }
      columns.add(new ScanColumn(projection.output(), source.orElseThrow().column()));
    }
    return new TableScan(scan.table(), columns, scan.access(), scan.filter(), scan.order());
  }

  private static Optional<ScanColumn> source(TableScan scan, Projection projection) {
    int id = projection.output().id();
    boolean kept = projection.value() instanceof ColumnReference reference && reference.id() == id;
    return kept
        ? scan.columns().stream().filter(column -> column.output().id() == id).findFirst()
        : Optional.empty();
  }
}
