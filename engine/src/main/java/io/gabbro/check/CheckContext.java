package io.gabbro.check;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.CatalogStore;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.Snapshot;
import java.util.Optional;

/**
 * What checks look at: one state of a database.
 *
 * @param store the store
 * @param snapshot the state, owned by the caller
 * @param catalog the committed tables of that state
 * @param catalogStore reads entries of the catalog
 * @param repair how to repair what is derived from rows or belongs to none; empty to only look
 * @param cancellation is run now and then, and may throw to end the check
 */
public record CheckContext(
    Database store,
    Snapshot snapshot,
    CatalogSnapshot catalog,
    CatalogStore catalogStore,
    Optional<Repair> repair,
    Runnable cancellation) {

  /** How a check changes what it may change. */
  @FunctionalInterface
  public interface Repair {
    /** Deletes all keys of a range with two bounds. */
    void deleteRange(ColumnFamily family, KeyRange range);
  }
}
