package io.gabbro.execution.profile;

import io.gabbro.execution.Operator;
import io.gabbro.execution.scan.ScanStatistics;
import io.gabbro.plan.LogicalPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the nodes of a plan have done in one execution. Thread-safe. The numbers are complete when
 * the operators were closed.
 */
public final class ExecutionProfile {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<LogicalPlan, NodeProfile> nodes =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** The numbers of a node; all zeros when nothing was executed for it. */
  public NodeProfile of(LogicalPlan node) {
    return nodes.computeIfAbsent(node, any -> new NodeProfile());
  }

  /** An operator of a node, measured. */
  public Operator measure(LogicalPlan node, Operator operator) {
    return new ProfiledOperator(operator, of(node));
  }

  /** Remarks on a node for the printed plan: rows, time and what the scan or the files cost. */
  public List<String> remarks(LogicalPlan node) {
    NodeProfile profile = of(node);
    List<String> remarks = new ArrayList<>();
    remarks.add("rows=" + profile.rows());
    remarks.add("batches=" + profile.batches());
    remarks.add(String.format(Locale.ROOT, "time=%.3f ms", profile.nanos() / NANOS_PER_MILLI));
    if (node instanceof LogicalPlan.TableScan) {
      scanRemarks(profile.scan(), remarks);
    }
    if (profile.spilledBytes() > 0) {
      remarks.add("spilled=" + profile.spilledBytes() + " bytes");
    }
    return remarks;
  }

  private static void scanRemarks(ScanStatistics scan, List<String> remarks) {
    remarks.add("key ranges=" + scan.keyRanges());
    if (scan.parts() > 0) {
      remarks.add("parallel parts=" + scan.parts());
    }
    remarks.add("rows read=" + scan.rowsRead());
    if (scan.rowsFromSegments() > 0) {
      remarks.add("rows from segments=" + scan.rowsFromSegments());
    }
    if (scan.segmentsSkipped() > 0) {
      remarks.add("groups skipped=" + scan.segmentsSkipped());
    }
    if (scan.rowsSkipped() > 0) {
      remarks.add("rows skipped=" + scan.rowsSkipped());
    }
  }
}
