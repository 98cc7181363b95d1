package io.gabbro.parser;

import io.gabbro.ast.Identifier;
import io.gabbro.ast.QualifiedName;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.grammar.GabbroParser.ColumnListContext;
import io.gabbro.grammar.GabbroParser.ColumnNameContext;
import io.gabbro.grammar.GabbroParser.TableNameContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Names and words. */
final class Names {
  private static final int SHOWN = 20;

  private Names() {}

  /** The name that a rule of one token holds. */
  static Identifier identifier(ParserRuleContext context) {
    return identifier(context.getStart());
  }

  /**
   * The name that a token holds: in lower case unless it is quoted.
   *
   * @throws GabbroException SYNTAX_ERROR for {@code ""}, NAME_TOO_LONG
   */
  static Identifier identifier(Token token) {
    String text = token.getText();
    if (text.charAt(0) != '"') {
      return named(token, fold(text));
    }
    if (text.length() == 2) {
      throw SyntaxError.at(token, "a quoted name must not be empty");
    }
    String name = text.substring(1, text.length() - 1).replace("\"\"", "\"");
    return named(token, name);
  }

  private static Identifier named(Token token, String name) {
    if (name.length() > Limits.NAME) {
      throw GabbroException.at(
          Tokens.position(token), ErrorCode.NAME_TOO_LONG, name.substring(0, SHOWN), Limits.NAME);
    }
    return new Identifier(Tokens.position(token), name);
  }

  /** The letters A to Z in lower case; what lies beyond ASCII stays as it is. */
  static String fold(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (isUpper(word.charAt(i))) {
        StringBuilder folded = new StringBuilder(word);
        for (int j = i; j < folded.length(); j++) {
          char letter = folded.charAt(j);
          folded.setCharAt(j, isUpper(letter) ? (char) (letter + ('a' - 'A')) : letter);
        }
        return folded.toString();
      }
    }
    return word;
  }

  private static boolean isUpper(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  static QualifiedName table(TableNameContext context) {
    Identifier first = identifier(context.name(0));
    if (context.name().size() == 1) {
      return new QualifiedName(Optional.empty(), first);
    }
    return new QualifiedName(Optional.of(first), identifier(context.name(1)));
  }

  static List<QualifiedName> tables(List<TableNameContext> contexts) {
    return contexts.stream().map(Names::table).toList();
  }

  /** The names of a list; empty where {@code context} is null. */
  static List<Identifier> columns(ColumnListContext context) {
    List<Identifier> columns = new ArrayList<>();
    if (context != null) {
      for (ColumnNameContext column : context.columnName()) {
        columns.add(identifier(column));
      }
    }
    return columns;
  }

  /** The alias that ends {@code context}; empty where {@code context} is null. */
  static Optional<Identifier> alias(ParserRuleContext context) {
    return context == null ? Optional.empty() : Optional.of(identifier(context.getStop()));
  }
}
