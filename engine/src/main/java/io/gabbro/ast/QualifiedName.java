package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.Optional;

/**
 * The name of a table, perhaps with its schema in front.
 *
 * @param schema the schema, where one was written
 * @param name the table
 */
public record QualifiedName(Optional<Identifier> schema, Identifier name) {
  /** Where the first part stands. */
  public SourcePosition position() {
    return schema.orElse(name).position();
  }

  @Override
  public String toString() {
    return schema.map(s -> s.name() + "." + name.name()).orElse(name.name());
  }
}
