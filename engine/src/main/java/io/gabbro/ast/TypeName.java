package io.gabbro.ast;

import io.gabbro.error.SourcePosition;
import java.util.List;

/**
 * A data type as written: {@code numeric(10, 2)}, {@code double precision}, {@code timestamp with
 * time zone}.
 *
 * @param position where it stands
 * @param name the words in lower case, one space between them, without the arguments
 * @param arguments the numbers in parentheses, empty where there are none
 */
public record TypeName(SourcePosition position, String name, List<Integer> arguments) {
  /** Copies the list. */
  public TypeName {
    arguments = List.copyOf(arguments);
  }
}
