package io.gabbro.plan;

import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.plan.LogicalPlan.TableScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys that a scan looks at, as conditions on the columns of the primary key. */
final class KeyAccessPrinter {
  private static final int MAX_RANGES = 5;

  private KeyAccessPrinter() {}

  static String print(TableScan scan) {
    List<KeyAccess.Range> ranges = scan.access().ranges();
    if (scan.access().isAll()) {
      return "all";
    }
    if (ranges.isEmpty()) {
      return "none";
    }
    String shown =
        ranges.stream()
            .limit(MAX_RANGES)
            .map(range -> range(scan.table(), range))
            .collect(Collectors.joining(" OR "));
    int more = ranges.size() - MAX_RANGES;
    return more > 0 ? shown + " OR … " + more + " more" : shown;
  }

  private static String range(TableDefinition table, KeyAccess.Range range) {
    List<String> conditions = new ArrayList<>();
    for (int index = 0; index < range.equal().size(); index++) {
      conditions.add(
          column(table, index).name() + " = " + ExpressionPrinter.print(range.equal().get(index)));
    }
    bound(table, range, range.lower(), ">", conditions);
    bound(table, range, range.upper(), "<", conditions);
    return conditions.isEmpty() ? "all" : String.join(" AND ", conditions);
  }

  private static void bound(
      TableDefinition table,
      KeyAccess.Range range,
      Optional<KeyAccess.Bound> bound,
      String symbol,
      List<String> conditions) {
    bound.ifPresent(
        b ->
            conditions.add(
                column(table, range.equal().size()).name()
                    + " "
                    + symbol
                    + (b.inclusive() ? "= " : " ")
                    + ExpressionPrinter.print(b.value())));
  }

  private static Column column(TableDefinition table, int keyPart) {
    return table.columns().get(table.primaryKey().get(keyPart).column());
  }
}
