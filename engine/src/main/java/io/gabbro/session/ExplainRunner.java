package io.gabbro.session;

import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.PlanPrinter;
import java.util.Arrays;
import java.util.List;

/** Runs EXPLAIN. */
final class ExplainRunner {
  /** The plan, a line a row. */
  Result run(BoundStatement.Explain explain) {
    BatchList rows = new BatchList(ResultColumns.EXPLAIN);
    String text = PlanPrinter.print(explain.statement(), node -> List.of());
    rows.addText(
        Arrays.stream(text.stripTrailing().split("\n", -1))
            .map(line -> new String[] {line})
            .toList());
    return rows;
  }
}
