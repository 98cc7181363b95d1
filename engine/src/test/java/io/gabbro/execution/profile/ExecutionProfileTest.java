package io.gabbro.execution.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.catalog.KeyColumn;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.ExecutionFixture;
import io.gabbro.execution.Expressions;
import io.gabbro.execution.Operator;
import io.gabbro.execution.RowsOperator;
import io.gabbro.execution.SimpleTable;
import io.gabbro.execution.StoreFixture;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.execution.planner.RowEstimator;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.KeyAccess;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecutionProfileTest {
  private static final int ROWS = 1000;

  private final SimpleTable table =
      new SimpleTable(List.of(SqlType.BIGINT), List.of(new KeyColumn(0, false)));
  private final StoreFixture store = new StoreFixture();
  private final ExecutionContext context =
      ExecutionFixture.context(store, ExecutionFixture.noParameters());

  @BeforeEach
  void writeRows() {
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      rows.add(List.of((long) row));
    }
    table.write(store.database(), rows);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private LogicalPlan.TableScan scan(Optional<BoundExpression> filter) {
    return new LogicalPlan.TableScan(
        table.definition(), table.scanColumns(), KeyAccess.all(), filter);
  }

  private BoundExpression atLeast(long least) {
    return Expressions.compare(
        table.scanColumns().get(0).output().reference(), ">=", Expressions.constant(least));
  }

  @Test
  void countsWhatEachNodeDoes() {
    LogicalPlan.TableScan scan = scan(Optional.of(atLeast(400)));
    LogicalPlan filter = new LogicalPlan.Filter(scan, atLeast(900));
    ExecutionProfile profile = new ExecutionProfile();
    try (Operator operator = new PhysicalPlanner(context).withProfile(profile).plan(filter)) {
      assertEquals(100, RowsOperator.readAll(operator, table.types()).size());
    }
    assertEquals(100, profile.of(filter).rows());
    assertEquals(600, profile.of(scan).rows());
    assertEquals(ROWS, profile.of(scan).scan().rowsRead());
    assertEquals(1, profile.of(scan).scan().keyRanges());
    assertTrue(profile.of(filter).nanos() >= profile.of(scan).nanos());
    List<String> remarks = profile.remarks(scan);
    assertTrue(
        remarks.containsAll(List.of("rows=600", "key ranges=1", "rows read=1000")),
        remarks::toString);
  }

  @Test
  void estimatesRows() {
    RowEstimator estimator = new RowEstimator(context);
    assertEquals(ROWS, estimator.estimate(scan(Optional.empty())));
    long filtered = estimator.estimate(scan(Optional.of(atLeast(1))));
    assertTrue(filtered > 0 && filtered < ROWS, "estimate " + filtered);
    LogicalPlan limit =
        new LogicalPlan.Limit(
            scan(Optional.empty()), Optional.of(Expressions.constant(7)), Optional.empty());
    assertEquals(7, estimator.estimate(limit));
    LogicalPlan single = new LogicalPlan.Aggregate(limit, List.of(), List.of());
    assertEquals(1, estimator.estimate(single));
  }
}
