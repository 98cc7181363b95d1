package io.gabbro.ast;

import java.util.List;

/**
 * {@code USING serializer OPTIONS (name 'value', …)}.
 *
 * @param serializer the name of the serializer
 * @param options the options, each with a value
 */
public record TableMapping(Identifier serializer, List<StatementOption> options) {
  /** Copies the list. */
  public TableMapping {
    options = List.copyOf(options);
  }
}
