package io.gabbro.plan.binder;

import static io.gabbro.plan.binder.Bindings.bind;
import static io.gabbro.plan.binder.Bindings.printed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.PlanColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateDeleteBinderTest {
  @Test
  void updatesReadAllColumnsAndTheKeyAndValue() {
    assertEquals(
        """
        Update k
          set: w = w + 1, y = CAST(w AS bigint)
          returning: x, w AS new
          Filter z = 1
            TableScan k
              columns: x, y, z, w, _key, _value
              keys: all
        """,
        printed("UPDATE k AS o SET w = o.w + 1, y = w WHERE z = 1 RETURNING x, o.w AS new"));
    BoundStatement.Update update =
        (BoundStatement.Update) bind("UPDATE k SET w = 1 WHERE z = 1").statement();
    assertEquals(
        List.of("x", "y", "z", "w", "_key", "_value"),
        update.scan().output().stream().map(PlanColumn::name).toList());
    assertEquals(3, update.assignments().get(0).column());
    assertEquals("z = 1", "z = 1", update.condition().toString());
  }

  @Test
  void updatesTakeDefaults() {
    assertEquals(
        "set: n = 7, b = NULL",
        printed("UPDATE t SET n = DEFAULT, b = DEFAULT").lines().toList().get(1).strip());
  }

  @Test
  void deletes() {
    assertEquals(
        """
        Delete from heap
          returning: p, q, r
          TableScan heap
            columns: p, q, r, _key, _value
            keys: all
        """,
        printed("DELETE FROM heap RETURNING *"));
  }

  @Test
  void explains() {
    BoundStatement.Explain explain =
        (BoundStatement.Explain) bind("EXPLAIN ANALYZE DELETE FROM heap").statement();
    assertEquals(true, explain.analyze());
  }
}
