package io.gabbro.parser;

import io.gabbro.grammar.GabbroParser;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The tokens of one statement as the parser reads them. Behind the last one stands the end of the
 * statement, at the semicolon or the end of the text.
 */
final class StatementTokens implements TokenStream {
  private final Token[] tokens;
  private final int[] parameters;
  private int index;

  /**
   * The tokens of a statement.
   *
   * @param statement its tokens
   * @param terminator the semicolon or the end of the text behind it
   */
  StatementTokens(List<Token> statement, Token terminator) {
    tokens = statement.toArray(new Token[statement.size() + 1]);
    tokens[statement.size()] = endOfStatement(terminator);
    int count = 0;
    int[] found = new int[8];
    for (int i = 0; i < tokens.length; i++) {
      ((CommonToken) tokens[i]).setTokenIndex(i);
      if (tokens[i].getType() == GabbroParser.PARAMETER) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i;
      }
    }
    parameters = Arrays.copyOf(found, count);
  }

  private static Token endOfStatement(Token terminator) {
    CommonToken end = new CommonToken(terminator);
    end.setType(Token.EOF);
    return end;
  }

  /** How many parameters the statement has. */
  int parameterCount() {
    return parameters.length;
  }

  /** The number of a parameter, counted from zero in the order of the text. */
  int parameterIndex(Token parameter) {
    return Arrays.binarySearch(parameters, parameter.getTokenIndex());
  }

  @Override
  public int LA(int offset) {
    return tokens[Math.min(index + offset - 1, tokens.length - 1)].getType();
  }

  @Override
  public Token LT(int offset) {
    int at = offset > 0 ? index + offset - 1 : index + offset;
    return at < 0 ? null : tokens[Math.min(at, tokens.length - 1)];
  }

  @Override
  public void consume() {
    if (index < tokens.length - 1) {
      index++;
    }
  }

  @Override
  public Token get(int at) {
    return tokens[at];
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int target) {
    index = target;
  }

  @Override
  public int size() {
    return tokens.length;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // Every token stays reachable.
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException("the tokens are all there");
  }

  @Override
  public String getText(Interval interval) {
    throw new UnsupportedOperationException("texts are read from single tokens");
  }

  @Override
  public String getText() {
    return getText(Interval.INVALID);
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.INVALID);
  }
}
