package io.gabbro.column;

import io.gabbro.catalog.TableDefinition;
import io.gabbro.column.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What the segments of one column of a table take.
 *
 * @param table the name of the table
 * @param column the name of the column
 * @param groups in how many groups it has a segment
 * @param rows the rows of these
 * @param bytes the heap that the segments take
 * @param encodings how they are encoded, in words
 * @param changedRows about how many keys of these groups were written since
 */
public record ColumnUsage(
    String table,
    String column,
    int groups,
    long rows,
    long bytes,
    String encodings,
    long changedRows) {

  /** The columns of a table that have segments. */
  static List<ColumnUsage> of(TableDefinition table, List<RowGroup> groups) {
    List<ColumnUsage> all = new ArrayList<>();
    for (int column = 0; column < table.columns().size(); column++) {
      ColumnUsage usage = of(table, column, groups);
      if (usage.groups() > 0) {
        all.add(usage);
      }
    }
    return all;
  }

  private static ColumnUsage of(TableDefinition table, int column, List<RowGroup> groups) {
    int count = 0;
    long rows = 0;
    long bytes = 0;
    long changed = 0;
    TreeSet<String> encodings = new TreeSet<>();
    for (RowGroup group : groups) {
      Segment segment = group.isLost() ? null : group.segment(column);
      if (segment != null) {
        count++;
        rows += group.rows();
        bytes += segment.memoryBytes();
        changed += group.dirtyKeys();
        encodings.add(segment.encoding().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    return new ColumnUsage(
        table.name().toString(),
        table.columns().get(column).name(),
        count,
        rows,
        bytes,
        String.join(", ", encodings),
        changed);
  }
}
