package io.gabbro.ast;

import io.gabbro.error.SourcePosition;

/**
 * A name as the catalog knows it: folded to lower case unless it was written in double quotes.
 *
 * @param position where it stands
 * @param name the folded or quoted name
 */
public record Identifier(SourcePosition position, String name) {
  @Override
  public String toString() {
    return name;
  }
}
