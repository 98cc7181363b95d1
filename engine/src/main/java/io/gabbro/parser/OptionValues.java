package io.gabbro.parser;

import io.gabbro.grammar.GabbroParser.OptionValueContext;

/** The values of options. */
final class OptionValues {
  private OptionValues() {}

  /** A value as text: a word in lower case, a string without quotes, a number as written. */
  static String text(OptionValueContext context) {
    if (context.string() != null) {
      return Strings.value(context.string());
    }
    if (context.word() != null) {
      return Names.fold(context.word().getText());
    }
    String number = context.NUMBER().getText();
    boolean negative = context.sign != null && context.sign.getText().equals("-");
    return negative ? "-" + number : number;
  }
}
