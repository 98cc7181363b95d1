package io.gabbro.plan.binder;

import io.gabbro.plan.PlanColumn;
import java.util.List;
import java.util.Optional;

/**
 * A table, or what acts as one, whose columns expressions can name.
 *
 * @param name the alias, or the name of the table; empty for a derived table without alias
 * @param tableName the name of the table behind an alias, for hints
 * @param columns the columns in the order of {@code *}
 * @param hidden columns that have names but are not in {@code *}
 * @param primaryKey the columns of the primary key; empty where there is none
 */
record Relation(
    Optional<String> name,
    Optional<String> tableName,
    List<PlanColumn> columns,
    List<PlanColumn> hidden,
    List<PlanColumn> primaryKey) {
  Relation {
    columns = List.copyOf(columns);
    hidden = List.copyOf(hidden);
    primaryKey = List.copyOf(primaryKey);
  }

  /** The columns of that name. */
  List<PlanColumn> named(String column) {
    List<PlanColumn> found = columns.stream().filter(c -> c.name().equals(column)).toList();
    return found.isEmpty() ? hidden.stream().filter(c -> c.name().equals(column)).toList() : found;
  }
}
