package io.gabbro.catalog;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;

/** The committed catalog of a database. Thread-safe. */
public final class Catalog {
  private final Database database;
  private volatile CatalogSnapshot current;

  /** The catalog of {@code database}, which is now {@code current}. */
  public Catalog(Database database, CatalogSnapshot current) {
    this.database = database;
    this.current = current;
  }

  /**
   * Where it lies. The column family is made at the first change of the catalog and not before: a
   * directory of another program stays as that program left it.
   */
  public ColumnFamily family() {
    return database.createColumnFamily(CatalogStore.FAMILY);
  }

  /** The committed state. */
  public CatalogSnapshot current() {
    return current;
  }

  /** Replaces the committed state; the caller holds the catalog's lock. */
  public void publish(CatalogSnapshot changed) {
    current = changed;
  }
}
