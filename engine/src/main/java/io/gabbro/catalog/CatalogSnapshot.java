package io.gabbro.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** All tables at a moment. Immutable and thread-safe. */
public final class CatalogSnapshot {
  private static final AtomicLong VERSIONS = new AtomicLong();

  private final long version;
  private final SortedMap<TableName, TableDefinition> tables;

  private CatalogSnapshot(long version, SortedMap<TableName, TableDefinition> tables) {
    this.version = version;
    this.tables = tables;
  }

  /** A catalog without tables. */
  public static CatalogSnapshot empty() {
    return new CatalogSnapshot(0, Collections.emptySortedMap());
  }

  /** A number that differs between any two states of a catalog in this JVM. */
  public long version() {
    return version;
  }

  /** The table of that name. */
  public Optional<TableDefinition> table(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** All tables, by schema and name. */
  public Collection<TableDefinition> tables() {
    return Collections.unmodifiableCollection(tables.values());
  }

  /** Whether there is a table with that id. */
  public boolean hasTable(int id) {
    return tables.values().stream().anyMatch(table -> table.id() == id);
  }

  /** Whether both have the same tables, as their entries in the catalog say. */
  public boolean isSameAs(CatalogSnapshot other) {
    return tables.keySet().equals(other.tables.keySet())
        && tables.keySet().stream()
            .allMatch(
                name ->
                    TableText.format(tables.get(name))
                        .equals(TableText.format(other.tables.get(name))));
  }

  /** The format of the table with that id. */
  public Optional<TableFormat> format(int id) {
    return tables.values().stream()
        .filter(table -> table.id() == id)
        .map(TableDefinition::format)
        .findFirst();
  }

  /** Whether the table with that id is there and has that very format. */
  @SuppressWarnings("ReferenceEquality")
  public boolean hasFormat(int id, TableFormat format) {
    return format(id).filter(present -> present == format).isPresent();
  }

  /** This catalog with a table added, or replaced where one of its name exists. */
  public CatalogSnapshot with(TableDefinition table) {
    TreeMap<TableName, TableDefinition> changed = new TreeMap<>(tables);
    changed.put(table.name(), table);
    return new CatalogSnapshot(VERSIONS.incrementAndGet(), changed);
  }

  /** This catalog without a table. */
  public CatalogSnapshot without(TableName name) {
    TreeMap<TableName, TableDefinition> changed = new TreeMap<>(tables);
    changed.remove(name);
    return new CatalogSnapshot(VERSIONS.incrementAndGet(), changed);
  }
}
