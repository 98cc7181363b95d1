package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.List;
import java.util.Optional;

/** What stands after FROM. */
public sealed interface TableExpression {
  /** Where it starts. */
  SourcePosition position();

  /** A table by name, perhaps with an alias. */
  record TableName(SourcePosition position, QualifiedName name, Optional<Identifier> alias)
      implements TableExpression {}

  /** A query in parentheses, perhaps with an alias and names for its columns. */
  record DerivedTable(
      SourcePosition position,
      Query query,
      Optional<Identifier> alias,
      List<Identifier> columnAliases)
      implements TableExpression {
    /** Copies the list. */
    public DerivedTable {
      columnAliases = List.copyOf(columnAliases);
    }
  }
}
