package io.gabbro.parser;

import io.gabbro.grammar.GabbroParser;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Guesses what the writer of a wrong statement meant. */
final class SyntaxHint {
  /** What stands behind a name in an expression, and never behind a keyword used as one. */
  private static final Set<Integer> BEHIND_A_COLUMN =
      Set.of(
          GabbroParser.COMMA,
          GabbroParser.RIGHT_PAREN,
          GabbroParser.DOT,
          GabbroParser.EQUAL,
          GabbroParser.NOT_EQUAL,
          GabbroParser.LESS,
          GabbroParser.LESS_OR_EQUAL,
          GabbroParser.GREATER,
          GabbroParser.GREATER_OR_EQUAL,
          GabbroParser.PLUS,
          GabbroParser.SLASH,
          GabbroParser.CONCAT,
          GabbroParser.DOUBLE_COLON,
          GabbroParser.FROM,
          GabbroParser.AS,
          GabbroParser.IS,
          GabbroParser.IN,
          GabbroParser.LIKE,
          GabbroParser.BETWEEN,
          GabbroParser.AND,
          GabbroParser.OR,
          GabbroParser.ASC,
          GabbroParser.DESC);

  private SyntaxHint() {}

  /** A hint for the error, where there is a good one. */
  static Optional<String> of(Expectations expectations, StatementTokens tokens) {
    int index = expectations.tokenIndex();
    Token token = tokens.get(index);
    Set<Integer> allowed = expectations.tokenTypes();
    return misspelling(token, allowed)
        .map(keyword -> "did you mean " + keyword + "?")
        .or(
            () ->
                index == 0
                    ? Optional.empty()
                    : earlierMisspelling(tokens.get(index - 1), expectations.tokenTypesBefore()))
        .or(() -> unsupported(token, tokens.get(Math.max(0, index - 1)), allowed))
        .or(() -> chainedComparison(token, allowed))
        .or(() -> reservedWord(token, allowed, tokens.get(Math.min(index + 1, tokens.size() - 1))));
  }

  private static Optional<String> misspelling(Token token, Set<Integer> allowed) {
    if (token.getType() != GabbroParser.IDENTIFIER) {
      return Optional.empty();
    }
    String word = token.getText().toUpperCase(Locale.ROOT);
    return Keywords.nearest(word, allowed);
  }

  /** A misspelt keyword that was taken for a name, so that the error shows only behind it. */
  private static Optional<String> earlierMisspelling(Token token, Set<Integer> allowed) {
    return misspelling(token, allowed)
        .map(keyword -> "did you mean " + keyword + " in place of \"" + token.getText() + "\"?");
  }

  private static Optional<String> reservedWord(Token token, Set<Integer> allowed, Token next) {
    if (!Keywords.isReserved(token.getType())
        || !allowed.contains(GabbroParser.QUOTED_IDENTIFIER)) {
      return Optional.empty();
    }
    boolean also = allowed.contains(GabbroParser.NUMBER) || allowed.contains(GabbroParser.AS);
    if (also && !BEHIND_A_COLUMN.contains(next.getType())) {
      return Optional.empty();
    }
    String word = token.getText();
    return Optional.of(
        "\""
            + word
            + "\" is a reserved word; to use it as a name, write it in double quotes: \""
            + word.toLowerCase(Locale.ROOT)
            + "\"");
  }

  private static Optional<String> chainedComparison(Token token, Set<Integer> allowed) {
    boolean comparison =
        token.getType() >= GabbroParser.EQUAL && token.getType() <= GabbroParser.GREATER_OR_EQUAL;
    return comparison && allowed.contains(GabbroParser.AND)
        ? Optional.of("comparisons do not chain: connect them with AND")
        : Optional.empty();
  }

  private static Optional<String> unsupported(Token token, Token previous, Set<Integer> allowed) {
    String what =
        switch (token.getType()) {
          case GabbroParser.JOIN,
              GabbroParser.INNER,
              GabbroParser.LEFT,
              GabbroParser.RIGHT,
              GabbroParser.FULL,
              GabbroParser.CROSS,
              GabbroParser.NATURAL,
              GabbroParser.LATERAL ->
              "joins are not supported";
          case GabbroParser.UNION, GabbroParser.INTERSECT, GabbroParser.EXCEPT ->
              "UNION, INTERSECT and EXCEPT are not supported";
          case GabbroParser.SELECT ->
              allowed.contains(GabbroParser.NUMBER)
                  ? "subqueries in expressions are not supported"
                  : null;
          case GabbroParser.WITH ->
              allowed.contains(GabbroParser.SELECT)
                  ? "common table expressions are not supported"
                  : null;
          case GabbroParser.FOR -> "FOR UPDATE stands once, at the end of a statement";
          case GabbroParser.COMMA ->
              allowed.contains(GabbroParser.WHERE) && !allowed.contains(GabbroParser.COMMA)
                  ? "joins are not supported"
                  : null;
          case GabbroParser.ON ->
              allowed.contains(GabbroParser.RETURNING) ? "ON CONFLICT is not supported" : null;
          case GabbroParser.WINDOW -> "window functions are not supported";
          case GabbroParser.LEFT_PAREN ->
              previous.getText().equalsIgnoreCase("OVER")
                  ? "window functions are not supported"
                  : null;
          case GabbroParser.UNIQUE,
              GabbroParser.CHECK,
              GabbroParser.FOREIGN,
              GabbroParser.REFERENCES,
              GabbroParser.COLLATE ->
              allowed.contains(GabbroParser.PRIMARY)
                  ? token.getText().toUpperCase(Locale.ROOT) + " is not supported"
                  : null;
          default -> null;
        };
    return Optional.ofNullable(what);
  }
}
