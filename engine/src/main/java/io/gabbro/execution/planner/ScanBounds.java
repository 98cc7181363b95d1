package io.gabbro.execution.planner;

import io.gabbro.execution.expression.ColumnLayout;
import io.gabbro.execution.scan.ScanBound;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.SortKey;

/** Finds the scans that a sort can tell what it still wants. */
final class ScanBounds {
  private ScanBounds() {}

  /**
   * A bound for the scan below a sort.
   *
   * @param input of the sort
   * @param key its first key
   * @return null when the key is no column of a scan, or when something in between may fail for
   *     rows that the scan would leave out
   */
  static ScanBound of(LogicalPlan input, SortKey key) {
    if (!(key.value() instanceof ColumnReference column)) {
      return null;
    }
    int id = column.id();
    LogicalPlan node = input;
    while (node instanceof LogicalPlan.Project project) {
      int source = -1;
      for (Projection projection : project.projections()) {
        if (!(projection.value() instanceof ColumnReference reference)) {
          return null;
        }
        source = projection.output().id() == id ? reference.id() : source;
      }
      id = source;
      node = project.input();
    }
    return node instanceof LogicalPlan.TableScan scan
        ? new ScanBound(ColumnLayout.of(scan.output()).position(id), key.nullsFirst())
        : null;
  }
}
