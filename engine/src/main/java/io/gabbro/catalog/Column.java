package io.gabbro.catalog;

import io.gabbro.serializer.FixedPlace;
import io.gabbro.type.SqlType;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param id a number that is never used again in this table; row layouts name columns by it
 * @param name the name
 * @param type the type
 * @param notNull whether NULL is refused; true for the columns of the primary key
 * @param defaultSql the expression of DEFAULT as SQL text, empty where there is none
 * @param missingSql a constant expression: the value in rows that were written before the column
 *     was added; empty for NULL
 * @param path in a mapped table, the names of the fields that lead to it; empty for its own name
 * @param place in a mapped table, its place in values without a schema
 */
public record Column(
    int id,
    String name,
    SqlType type,
    boolean notNull,
    Optional<String> defaultSql,
    Optional<String> missingSql,
    Optional<String> path,
    Optional<FixedPlace> place) {

  /** A column that is not mapped. */
  public Column(
      int id,
      String name,
      SqlType type,
      boolean notNull,
      Optional<String> defaultSql,
      Optional<String> missingSql) {
    this(id, name, type, notNull, defaultSql, missingSql, Optional.empty(), Optional.empty());
  }

  /** The same column with another id and value in old rows. */
  public Column withId(int newId, Optional<String> newMissingSql) {
    return new Column(newId, name, type, notNull, defaultSql, newMissingSql, path, place);
  }

  /** The same column, which refuses NULL. */
  public Column withNotNull() {
    return new Column(id, name, type, true, defaultSql, missingSql, path, place);
  }

  /** The same column with another name. */
  public Column withName(String newName) {
    return new Column(id, newName, type, notNull, defaultSql, missingSql, path, place);
  }

  /** The same field of a mapped table under another name. */
  public Column renamed(String newName) {
    return new Column(
        id,
        newName,
        type,
        notNull,
        defaultSql,
        missingSql,
        place.isPresent() ? path : Optional.of(path.orElse(name)),
        place);
  }
}
