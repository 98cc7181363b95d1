package io.gabbro.parser;

/**
 * How large and how deep a SQL text may be. Beyond a limit the parser reports {@code
 * STATEMENT_TOO_COMPLEX}. Within them, a thread with a stack of 512 KB can parse a text, and
 * compare and format its tree; whoever else recurses over the tree may count on its depth.
 */
public final class Limits {
  /** The greatest length of a text, in UTF-16 code units. */
  public static final int TEXT_LENGTH = 64 << 20;

  /** The greatest number of tokens of one statement. */
  public static final int TOKENS = 8_000_000;

  /** How deep parentheses and CASE may nest. */
  public static final int NESTING = 200;

  /**
   * The greatest depth of an expression. A chain of n operators of one kind is n deep ({@code a + b
   * + c} is 2), except AND and OR: their long chains are balanced, so that a hundred thousand
   * conditions are about 20 deep.
   */
  public static final int DEPTH = 250;

  private Limits() {}
}
