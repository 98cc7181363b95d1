package io.gabbro.execution.scan;

import static io.gabbro.execution.Expressions.compare;
import static io.gabbro.execution.Expressions.constant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.catalog.KeyColumn;
import io.gabbro.column.ColumnView;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.BadRows;
import io.gabbro.execution.ExecutionContext;
import io.gabbro.execution.ExecutionFixture;
import io.gabbro.execution.Operator;
import io.gabbro.execution.RowsOperator;
import io.gabbro.execution.SimpleTable;
import io.gabbro.execution.StoreFixture;
import io.gabbro.execution.planner.PhysicalPlanner;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.KeyAccess;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.storage.Durability;
import io.gabbro.storage.WriteBatch;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableScanTest {
  private static final int ROWS = 5000;

  private final SimpleTable table =
      new SimpleTable(
          List.of(SqlType.BIGINT, SqlType.TEXT, SqlType.INTEGER), List.of(new KeyColumn(0, false)));
  private final StoreFixture store = new StoreFixture();
  private final List<List<Object>> rows = new ArrayList<>();

  @BeforeEach
  void writeRows() {
    for (int index = 0; index < ROWS; index++) {
      rows.add(List.of((long) index, "text" + index % 7, index % 100));
    }
    table.write(store.database(), rows);
  }

  @AfterEach
  void closeStore() {
    assertEquals(0, store.openCursors(), "cursors were not closed");
    store.close();
  }

  private TableScan scan(KeyAccess access, BoundExpression filter) {
    return new TableScan(
        table.definition(), table.scanColumns(), access, Optional.ofNullable(filter));
  }

  private BoundExpression column(int index) {
    return table.scanColumns().get(index).output().reference();
  }

  private ExecutionContext context() {
    return ExecutionFixture.context(store, ExecutionFixture.noParameters());
  }

  private List<List<Object>> run(ExecutionContext context, LogicalPlan plan) {
    try (Operator operator = new PhysicalPlanner(context).plan(plan)) {
      return RowsOperator.readAll(operator, plan.output().stream().map(PlanColumn::type).toList());
    }
  }

  private static KeyAccess point(long key) {
    return new KeyAccess(
        List.of(new KeyAccess.Range(List.of(constant(key)), Optional.empty(), Optional.empty())));
  }

  private static KeyAccess between(long lower, long upper) {
    return new KeyAccess(
        List.of(
            new KeyAccess.Range(
                List.of(),
                Optional.of(new KeyAccess.Bound(constant(lower), true)),
                Optional.of(new KeyAccess.Bound(constant(upper), true)))));
  }

  @Test
  void yieldsAllRowsInKeyOrder() {
    assertEquals(rows, run(context(), scan(KeyAccess.all(), null)));
  }

  @Test
  void filtersByColumnsOfKeyAndValue() {
    BoundExpression filter =
        new BoundExpression.And(
            List.of(
                compare(column(2), "<", constant(SqlType.INTEGER, 10)),
                compare(column(1), "=", constant(SqlType.TEXT, "text3")),
                compare(column(0), ">=", constant(1000))));
    List<List<Object>> expected =
        rows.stream()
            .filter(row -> (Integer) row.get(2) < 10)
            .filter(row -> row.get(1).equals("text3"))
            .filter(row -> (Long) row.get(0) >= 1000)
            .toList();
    assertTrue(expected.size() > 10);
    assertEquals(expected, run(context(), scan(KeyAccess.all(), filter)));
  }

  @Test
  void looksUpPointsWithoutCursors() {
    assertEquals(List.of(rows.get(77)), run(context(), scan(point(77), null)));
    assertEquals(List.of(), run(context(), scan(point(-1), null)));
    assertEquals(0, store.cursors());
    assertEquals(2, store.gets());
  }

  @Test
  void sortsAndMergesPoints() {
    KeyAccess access =
        new KeyAccess(
            List.of(point(9).ranges().get(0), point(3).ranges().get(0), point(9).ranges().get(0)));
    assertEquals(List.of(rows.get(3), rows.get(9)), run(context(), scan(access, null)));
    assertEquals(2, store.gets());
  }

  @Test
  void mergesRangesAndPoints() {
    KeyAccess access =
        new KeyAccess(
            List.of(
                between(20, 30).ranges().get(0),
                between(10, 25).ranges().get(0),
                point(30).ranges().get(0),
                point(5).ranges().get(0)));
    List<List<Object>> expected = new ArrayList<>(List.of(rows.get(5)));
    expected.addAll(rows.subList(10, 31));
    assertEquals(expected, run(context(), scan(access, null)));
    assertEquals(2, store.cursors());
  }

  @Test
  void readsNothingForNull() {
    KeyAccess access =
        new KeyAccess(
            List.of(
                new KeyAccess.Range(
                    List.of(constant(SqlType.BIGINT, null)), Optional.empty(), Optional.empty()),
                new KeyAccess.Range(
                    List.of(),
                    Optional.of(new KeyAccess.Bound(constant(SqlType.BIGINT, null), true)),
                    Optional.empty())));
    assertEquals(List.of(), run(context(), scan(access, null)));
    assertEquals(0, store.cursors() + store.gets());
  }

  @Test
  void readsLittleUnderLimit() {
    LogicalPlan.Limit limit =
        new LogicalPlan.Limit(
            scan(KeyAccess.all(), null), Optional.of(constant(3)), Optional.of(constant(2)));
    assertEquals(rows.subList(2, 5), run(context(), limit));
    assertEquals(5, store.rowsRead());
  }

  @Test
  void countsRowsWithoutColumns() {
    TableScan scan =
        new TableScan(table.definition(), List.of(), KeyAccess.all(), Optional.empty());
    int count = 0;
    try (Operator operator = new PhysicalPlanner(context()).plan(scan)) {
      count = RowsOperator.readAll(operator, List.of()).size();
    }
    assertEquals(ROWS, count);
  }

  @Test
  void reportsBadRowWithTableAndKey() {
    damage(rows.get(4321));
    GabbroException error =
        assertThrows(GabbroException.class, () -> run(context(), scan(KeyAccess.all(), null)));
    assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
    assertTrue(error.getMessage().contains("\"simple\""), error.getMessage());
    assertTrue(error.getMessage().contains("0x0000000780000000000010e1"), error.getMessage());
  }

  @Test
  void findsKeyOfBadRowWhenScanReadsValuesOnly() {
    damage(rows.get(4321));
    TableScan scan =
        new TableScan(
            table.definition(),
            table.scanColumns().subList(1, 3),
            KeyAccess.all(),
            Optional.empty());
    GabbroException error = assertThrows(GabbroException.class, () -> run(context(), scan));
    assertTrue(error.getMessage().contains("0x0000000780000000000010e1"), error.getMessage());
  }

  @Test
  void skipsBadRowsAndSaysSo() {
    damage(rows.get(4321));
    damage(rows.get(4322));
    ExecutionContext base = context();
    BadRows badRows = new BadRows(BadRows.Policy.SKIP);
    ExecutionContext context =
        new ExecutionContext(
            store,
            ColumnView.NONE,
            base.parameters(),
            base.evaluation(),
            base.cancellation(),
            base.memory(),
            base.workers(),
            base.spill(),
            badRows);
    List<List<Object>> expected = new ArrayList<>(rows);
    expected.subList(4321, 4323).clear();
    assertEquals(expected, run(context, scan(KeyAccess.all(), null)));
    assertEquals(2, badRows.skippedRows());
    assertEquals(
        List.of(
            "skipped 2 rows of table \"simple\" that could not be decoded; the first: key"
                + " 0x0000000780000000000010e1: the value ends early"),
        badRows.warnings());
  }

  private void damage(List<Object> row) {
    WriteBatch batch = new WriteBatch();
    batch.put(store.family("gabbro.rows"), table.key(row), new byte[] {3});
    store.database().write(batch, Durability.NONE);
  }

  @Test
  void stopsWhenCancelled() {
    ExecutionContext context = context();
    try (Operator operator = new PhysicalPlanner(context).plan(scan(KeyAccess.all(), null))) {
      operator.next();
      context.cancellation().cancel();
      GabbroException error = assertThrows(GabbroException.class, operator::next);
      assertEquals(ErrorCode.QUERY_CANCELED, error.code());
    }
  }
}
