package io.gabbro.transaction;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.catalog.TableFormat;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The tables that a transaction wrote rows to, in the format that the writer had; formats are told
 * apart as objects. Used by one thread.
 */
final class WrittenTables {
  private final Map<TableFormat, Integer> written = new HashMap<>(2);
  private final Set<TableFormat> own = new HashSet<>(2);
  private TableFormat last;

  /** Notes a table that rows are written to. */
  void note(int table, TableFormat format) {
    if (format != last) {
      written.put(format, table);
      last = format;
    }
  }

  /** Forgets a table that the transaction itself drops. */
  void forget(int table) {
    written.values().removeIf(id -> id == table);
    last = null;
  }

  /** Notes the formats that the transaction itself makes. */
  void noteOwn(CatalogSnapshot before, CatalogSnapshot after) {
    for (TableDefinition table : after.tables()) {
      if (!before.hasFormat(table.id(), table.format())) {
        own.add(table.format());
      }
    }
  }

  /** What is noted now, for {@link #restore}. */
  Map<TableFormat, Integer> copy() {
    return new HashMap<>(written);
  }

  /** Goes back to what was noted then. */
  void restore(Map<TableFormat, Integer> copy) {
    written.clear();
    written.putAll(copy);
    last = null;
  }

  /**
   * Refuses rows of a table that another transaction has dropped, altered or emptied since they
   * were written, or since their statement was planned.
   *
   * @param committed the tables of all
   * @throws GabbroException {@code SERIALIZATION_FAILURE}
   */
  void check(CatalogSnapshot committed) {
    written.forEach(
        (format, table) -> {
          if (!committed.hasFormat(table, format) && !own.contains(format)) {
            throw new GabbroException(ErrorCode.SERIALIZATION_FAILURE)
                .withHint("a table that this transaction wrote to was changed; run it again");
          }
        });
  }
}
