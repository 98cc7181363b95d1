package io.gabbro.catalog;

import io.gabbro.storage.ColumnFamily;

/** The committed catalog of a database. Thread-safe. */
public final class Catalog {
  private final ColumnFamily family;
  private volatile CatalogSnapshot current;

  /** A catalog that lies in {@code family} and holds {@code current}. */
  public Catalog(ColumnFamily family, CatalogSnapshot current) {
    this.family = family;
    this.current = current;
  }

  /** Where it lies. */
  public ColumnFamily family() {
    return family;
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
