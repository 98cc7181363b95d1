package io.gabbro.parser;

import io.gabbro.grammar.GabbroLexer;
import io.gabbro.grammar.GabbroParser.StringContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The values of string and binary literals. */
final class Strings {
  private Strings() {}

  /**
   * The value of a string. Pieces on several lines are one string; as in the standard, pieces on
   * one line are an error.
   */
  static String value(StringContext context) {
    if (context.getChildCount() == 1) {
      return value(context.getStart());
    }
    StringBuilder value = new StringBuilder();
    Token previous = null;
    for (ParseTree child : context.children) {
      Token piece = ((TerminalNode) child).getSymbol();
      if (previous != null && piece.getLine() == lastLine(previous)) {
        throw SyntaxError.at(
            piece, "two strings are joined only when a line break stands between them");
      }
      value.append(value(piece));
      previous = piece;
    }
    return value.toString();
  }

  private static int lastLine(Token token) {
    return token.getLine() + (int) token.getText().chars().filter(c -> c == '\n').count();
  }

  private static String value(Token token) {
    String text = token.getText();
    if (token.getType() == GabbroLexer.ESCAPE_STRING) {
      return EscapeString.value(token);
    }
    String value = text.substring(1, text.length() - 1);
    return value.indexOf('\'') < 0 ? value : value.replace("''", "'");
  }

  /** The digits of a binary literal. */
  static String hexadecimal(Token token) {
    String text = token.getText();
    String digits = text.substring(2, text.length() - 1);
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), 16) < 0 || digits.charAt(i) >= 0x80) {
        throw SyntaxError.at(token, "a binary string holds hexadecimal digits only");
      }
    }
    if (digits.length() % 2 != 0) {
      throw SyntaxError.at(token, "a binary string needs an even number of digits");
    }
    return digits;
  }
}
