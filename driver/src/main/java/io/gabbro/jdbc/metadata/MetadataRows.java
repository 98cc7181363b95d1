package io.gabbro.jdbc.metadata;

import io.gabbro.vector.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of a metadata call in the making. */
final class MetadataRows {
  private final MetadataColumns columns;
  private final List<Object[]> rows = new ArrayList<>();

  MetadataRows(MetadataColumns columns) {
    this.columns = columns;
  }

  /**
   * Adds a row.
   *
   * @param values one a column: String, Integer (also for {@code short} and {@code long}), Boolean
   *     or null
   */
  MetadataRows add(Object... values) {
    if (values.length != columns.count()) {
      throw new IllegalArgumentException(values.length + " values for " + columns.count());
    }
    rows.add(values);
    return this;
  }

  /** Puts the rows in the order that the specification asks for; NULL comes first. */
  MetadataRows sortedBy(String... labels) {
    int[] indexes = Arrays.stream(labels).mapToInt(columns::indexOf).toArray();
    rows.sort((left, right) -> compareRows(left, right, indexes));
    return this;
  }

  private static int compareRows(Object[] left, Object[] right, int[] indexes) {
    for (int index : indexes) {
      int order = compare(left[index], right[index]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(Object left, Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    if (left instanceof Integer number) {
      return number.compareTo((Integer) right);
    }
    return left instanceof Boolean truth
        ? truth.compareTo((Boolean) right)
        : ((String) left).compareTo((String) right);
  }

  /** The rows, for one reading. */
  MemoryRows toRows() {
    MemoryRows target = columns.none();
    for (Object[] values : rows) {
      int row = target.appendRow();
      for (int index = 0; index < values.length; index++) {
        Values.set(columns.type(index), target.vector(index), row, values[index]);
      }
    }
    return target;
  }
}
