package io.gabbro.ast;

import io.gabbro.error.SourcePosition;

/** What ALTER TABLE does. */
public sealed interface AlterAction {
  /** Where it starts. */
  SourcePosition position();

  /** {@code ADD [COLUMN] [IF NOT EXISTS] definition}. */
  record AddColumn(SourcePosition position, ColumnDefinition definition, boolean ifNotExists)
      implements AlterAction {}

  /** {@code DROP [COLUMN] [IF EXISTS] name}. */
  record DropColumn(SourcePosition position, Identifier name, boolean ifExists)
      implements AlterAction {}

  /** {@code RENAME [COLUMN] from TO to}. */
  record RenameColumn(SourcePosition position, Identifier from, Identifier to)
      implements AlterAction {}

  /** {@code RENAME TO name}. */
  record RenameTable(SourcePosition position, Identifier to) implements AlterAction {}
}
