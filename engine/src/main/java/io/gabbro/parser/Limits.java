package io.gabbro.parser;

/**
 * How large and how deep a statement may be. Beyond a limit the parser reports {@code
 * STATEMENT_TOO_COMPLEX}. Within them, a thread with a stack of 512 KB can parse a statement, and
 * compare and format its tree; whoever else recurses over the tree may count on its depth.
 */
public final class Limits {
  /** The greatest length of a statement, in UTF-16 code units. */
  public static final int LENGTH = 16 << 20;

  /** The greatest number of words and symbols of a statement. */
  public static final int TOKENS = 2_000_000;

  /** How deep parentheses and CASE may nest. */
  public static final int NESTING = 200;

  /**
   * The greatest depth of an expression. A chain of n operators of one kind is n deep ({@code a + b
   * + c} is 2), except AND and OR: their long chains are balanced, so that a hundred thousand
   * conditions are about 20 deep.
   */
  public static final int DEPTH = 250;

  /** The greatest length of a name, in UTF-16 code units. */
  public static final int NAME = 255;

  private Limits() {}
}
