package io.gabbro.jdbc;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.jdbc.metadata.GabbroResultSetMetaData;
import io.gabbro.jdbc.value.ColumnReader;
import io.gabbro.session.ResultColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The columns of a result and how they are read. A prepared statement makes it once for all its
 * executions.
 */
final class ResultShape {
  private final List<ResultColumn> columns;
  private final ColumnReader[] readers;
  private volatile Map<String, Integer> indexes;

  ResultShape(List<ResultColumn> columns, Supplier<ZoneId> zone) {
    this.columns = columns;
    readers = new ColumnReader[columns.size()];
    for (int index = 0; index < readers.length; index++) {
      readers[index] = ColumnReader.of(columns.get(index).type(), zone);
    }
  }

  /** Whether it is that of these columns. */
  boolean isOf(List<ResultColumn> others) {
    return columns == others || columns.equals(others);
  }

  /** One reader a column; not to be changed. */
  ColumnReader[] readers() {
    return readers;
  }

  ResultSetMetaData metaData() {
    return new GabbroResultSetMetaData(columns);
  }

  /** The index, from one, of the first column of a label in any case. */
  int find(String label) throws SQLException {
    if (label == null) {
      throw SqlExceptions.error(ErrorCode.UNDEFINED_COLUMN, "null");
    }
    Map<String, Integer> known = indexes;
    if (known == null) {
      known = new HashMap<>();
      for (int index = columns.size(); index > 0; index--) {
        known.put(folded(columns.get(index - 1).label()), index);
      }
      indexes = known;
    }
    Integer index = known.get(label);
    if (index == null) {
      index = known.get(folded(label));
    }
    if (index == null) {
      throw missing(label, known);
    }
    return index;
  }

  private static String folded(String label) {
    return label.toLowerCase(Locale.ROOT);
  }

  private static SQLException missing(String label, Map<String, Integer> known) {
    GabbroException error = new GabbroException(ErrorCode.UNDEFINED_COLUMN, label);
    return SqlExceptions.of(
        Suggestions.closest(folded(label), known.keySet())
            .map(similar -> error.withHint("did you mean \"" + similar + "\"?"))
            .orElse(error));
  }
}
