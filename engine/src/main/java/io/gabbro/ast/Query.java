package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.List;
import java.util.Optional;

/**
 * A query: a body, then ORDER BY, LIMIT (or FETCH FIRST) and OFFSET.
 *
 * @param position where it starts
 * @param body what yields the rows
 * @param orderBy the order, empty where none was written
 * @param limit the greatest number of rows; a literal, a parameter or a constant expression
 * @param offset the number of rows to leave out first
 */
public record Query(
    SourcePosition position,
    QueryBody body,
    List<SortItem> orderBy,
    Optional<Expression> limit,
    Optional<Expression> offset) {
  /** Copies the list. */
  public Query {
    orderBy = List.copyOf(orderBy);
  }
}
