package io.gabbro.execution.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.catalog.KeyColumn;
import io.gabbro.execution.AbstractOperatorContractTest;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.ExecutionFixture;
import io.gabbro.execution.Expressions;
import io.gabbro.execution.Operator;
import io.gabbro.execution.SimpleTable;
import io.gabbro.execution.StoreFixture;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.KeyAccess;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class TableScanContractTest extends AbstractOperatorContractTest {
  private final SimpleTable table =
      new SimpleTable(List.of(SqlType.BIGINT, SqlType.TEXT), List.of(new KeyColumn(0, false)));
  private final StoreFixture store = new StoreFixture();

  @BeforeEach
  void writeRows() {
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < 8000; row++) {
      rows.add(List.of((long) row, "text"));
    }
    table.write(store.database(), rows);
  }

  @AfterEach
  void closeStore() {
    assertEquals(0, store.openCursors(), "cursors were not closed");
    store.close();
  }

  @Override
  protected ExecutionContext newContext() {
    return ExecutionFixture.context(store, ExecutionFixture.noParameters());
  }

  @Override
  protected Operator newOperator(ExecutionContext context) {
    return new PhysicalPlanner(context)
        .plan(
            new TableScan(
                table.definition(),
                table.scanColumns(),
                KeyAccess.all(),
                Optional.of(
                    Expressions.compare(
                        table.scanColumns().get(0).output().reference(),
                        ">",
                        Expressions.constant(1000)))));
  }
}
