package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.Optional;

/** One item of a SELECT or RETURNING list. */
public sealed interface SelectItem {
  /** Where it starts. */
  SourcePosition position();

  /** {@code *} or {@code t.*}. */
  record AllColumns(SourcePosition position, Optional<Identifier> table) implements SelectItem {}

  /** An expression, perhaps with an alias. */
  record Column(SourcePosition position, Expression expression, Optional<Identifier> alias)
      implements SelectItem {}
}
