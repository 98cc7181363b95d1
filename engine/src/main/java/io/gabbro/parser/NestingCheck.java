package io.gabbro.parser;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.grammar.GabbroParser;
import org.antlr.v4.runtime.Token;

/**
 * Refuses a statement before it is parsed, when it nests so deep that the generated parser, which
 * recurses, might exhaust the stack. Malformed tokens are reported here too, the first of them.
 */
final class NestingCheck {
  private NestingCheck() {}

  /**
   * Checks the tokens of a statement.
   *
   * @throws GabbroException STATEMENT_TOO_COMPLEX beyond {@link Limits#NESTING}, UNTERMINATED_TOKEN
   *     or SYNTAX_ERROR for a malformed token
   */
  static void check(StatementTokens tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (Tokens.isMalformed(token)) {
        throw MalformedToken.error(token);
      }
      switch (token.getType()) {
        case GabbroParser.LEFT_PAREN, GabbroParser.CASE -> depth++;
        case GabbroParser.RIGHT_PAREN, GabbroParser.END -> depth = Math.max(0, depth - 1);
        default -> {
          continue;
        }
      }
      if (depth > Limits.NESTING) {
        throw GabbroException.at(
            Tokens.position(token),
            ErrorCode.STATEMENT_TOO_COMPLEX,
            "parentheses and CASE nest deeper than the limit of " + Limits.NESTING);
      }
    }
  }
}
