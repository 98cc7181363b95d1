package io.gabbro.transaction;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The column families that open transactions have made. One that is still empty when its
 * transaction ends, and that no committed table lies in, is dropped; unless somebody else has asked
 * for it to stay. Thread-safe.
 */
final class NewFamilies {
  private final Database database;
  private final Map<String, Transaction> makers = new HashMap<>();

  NewFamilies(Database database) {
    this.database = database;
  }

  /** The column family of that name; when there is none, {@code maker} makes it. */
  synchronized ColumnFamily forTransaction(String name, Transaction maker) {
    return database
        .columnFamily(name)
        .orElseGet(
            () -> {
              ColumnFamily made = database.createColumnFamily(name);
              makers.put(name, maker);
              return made;
            });
  }

  /** The column family of that name, made when there is none, which stays from now on. */
  synchronized ColumnFamily lasting(String name) {
    makers.remove(name);
    return database.columnFamily(name).orElseGet(() -> database.createColumnFamily(name));
  }

  /**
   * Drops what a transaction has made in vain. It still holds the lock of the catalog, so that
   * nobody makes a table in it now.
   *
   * @return what was dropped
   */
  synchronized List<ColumnFamily> settle(Transaction ending, CatalogSnapshot committed) {
    List<ColumnFamily> dropped = new ArrayList<>();
    for (String name : List.copyOf(makers.keySet())) {
      if (makers.remove(name, ending)
          && committed.tables().stream()
              .noneMatch(table -> table.format().columnFamily().equals(name))) {
        drop(name, dropped);
      }
    }
    return dropped;
  }

  private void drop(String name, List<ColumnFamily> dropped) {
    try {
      ColumnFamily family = database.columnFamily(name).orElseThrow();
      if (isEmpty(family)) {
        database.dropColumnFamily(family);
        dropped.add(family);
      }
    } catch (GabbroException e) {
      // The transaction has ended in any case; an empty column family does no harm.
    }
  }

  private boolean isEmpty(ColumnFamily family) {
    try (RowCursor cursor = database.cursor(family, null, KeyRange.all(), Direction.FORWARD)) {
      return cursor.fill(new RowBlock(1, true, false), 1) == 0;
    }
  }
}
