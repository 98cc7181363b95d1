package io.gabbro.optimizer;

import io.gabbro.catalog.KeyColumn;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.KeyAccess;
import io.gabbro.plan.KeyOrder;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.SortKey;
import java.util.List;
import java.util.OptionalInt;

/** Compares orders that are asked for with the order of keys in the store. */
final class KeyOrdering {
  private KeyOrdering() {}

  /**
   * The order of a scan in which its rows lie as sort keys over its columns ask; {@code ANY} where
   * there is none. Columns of the key are never NULL, and those that equal one value do not count.
   */
  static KeyOrder of(TableScan scan, List<SortKey> keys) {
    List<KeyColumn> primaryKey = scan.table().primaryKey();
    int fixed = fixedColumns(scan.access());
    int part = fixed;
    KeyOrder order = KeyOrder.ANY;
    for (SortKey key : keys) {
      OptionalInt column = keyPart(scan, key);
      if (part == primaryKey.size()) {
        break;
      }
      if (column.isEmpty() || !scan.table().format().isKeyOrdered(part)) {
        return KeyOrder.ANY;
      }
      boolean known = column.getAsInt() < part;
      if (!known) {
        boolean forward = key.descending() == primaryKey.get(part).descending();
        KeyOrder wanted = forward ? KeyOrder.FORWARD : KeyOrder.BACKWARD;
        boolean fits = column.getAsInt() == part && (order == KeyOrder.ANY || order == wanted);
        if (!fits) {
          return KeyOrder.ANY;
        }
        order = wanted;
        part++;
      }
    }
    return order == KeyOrder.ANY ? KeyOrder.FORWARD : order;
  }

  /** The number of leading columns of the key that have one value in all rows. */
  static int fixedColumns(KeyAccess access) {
    return access.ranges().size() == 1 ? access.ranges().get(0).equal().size() : 0;
  }

  private static OptionalInt keyPart(TableScan scan, SortKey key) {
    List<KeyColumn> primaryKey = scan.table().primaryKey();
    if (key.value() instanceof ColumnReference reference) {
      for (TableScan.ScanColumn column : scan.columns()) {
        for (int part = 0; part < primaryKey.size(); part++) {
          if (column.output().id() == reference.id()
              && primaryKey.get(part).column() == column.column()) {
            return OptionalInt.of(part);
          }
        }
      }
    }
    return OptionalInt.empty();
  }
}
