package io.gabbro.error;

/**
 * Where something stands in a SQL text.
 *
 * @param offset zero-based offset in UTF-16 code units from the start of the text
 * @param line one-based line
 * @param column one-based column in the line, in UTF-16 code units
 */
public record SourcePosition(int offset, int line, int column) {
  /** The start of a text; used for nodes that were not parsed from one. */
  public static final SourcePosition START = new SourcePosition(0, 1, 1);
}
