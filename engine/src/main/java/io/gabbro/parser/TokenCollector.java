package io.gabbro.parser;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;

/** Collects the tokens of one statement, and refuses more than the {@link Limits} allow. */
final class TokenCollector implements Consumer<Token> {
  private final List<Token> tokens = new ArrayList<>();

  /**
   * Adds a token.
   *
   * @throws GabbroException STATEMENT_TOO_COMPLEX beyond {@link Limits#LENGTH} or {@link
   *     Limits#TOKENS}
   */
  @Override
  public void accept(Token token) {
    tokens.add(token);
    if (tokens.size() > Limits.TOKENS) {
      throw tooComplex("more than " + Limits.TOKENS + " words and symbols");
    }
    if (token.getStopIndex() - tokens.get(0).getStartIndex() >= Limits.LENGTH) {
      throw tooComplex("more than " + Limits.LENGTH + " characters");
    }
  }

  private GabbroException tooComplex(String excess) {
    return GabbroException.at(
        Tokens.position(tokens.get(0)),
        ErrorCode.STATEMENT_TOO_COMPLEX,
        "the statement has " + excess);
  }

  /**
   * What was collected.
   *
   * @param reader the reader that the tokens came from
   * @throws GabbroException UNTERMINATED_TOKEN when the text behind them is an open comment
   */
  StatementTokens statement(StatementReader reader) {
    reader
        .openComment()
        .ifPresent(
            start -> {
              throw MalformedToken.unterminated("comment", start);
            });
    return new StatementTokens(tokens, reader.terminator());
  }
}
