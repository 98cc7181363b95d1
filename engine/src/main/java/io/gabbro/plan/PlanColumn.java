package io.gabbro.plan;

import io.gabbro.catalog.TableName;
import io.gabbro.type.SqlType;
import java.util.Optional;

/**
 * A column that a plan node yields.
 *
 * @param id unique in the statement; a column that goes through a node unchanged keeps its id, but
 *     may get another name
 * @param name the name that the user sees
 * @param type its type
 * @param nullable whether it can be NULL
 * @param origin the column of a table that it is, unchanged; empty where it is computed
 */
public record PlanColumn(
    int id, String name, SqlType type, boolean nullable, Optional<Origin> origin) {
  /** A column of a table. */
  public record Origin(TableName table, String column) {}

  /** A reference to it. */
  public BoundExpression.ColumnReference reference() {
    return new BoundExpression.ColumnReference(id, name, type);
  }
}
