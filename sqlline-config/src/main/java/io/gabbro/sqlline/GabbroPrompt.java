package io.gabbro.sqlline;

import org.jline.utils.AttributedString;
import sqlline.PromptHandler;
import sqlline.SqlLine;

/** The prompt: {@code gabbro>}, also while nothing is connected. */
final class GabbroPrompt extends PromptHandler {
  private static final AttributedString PROMPT = new AttributedString("gabbro> ");

  GabbroPrompt(SqlLine sqlLine) {
    super(sqlLine);
  }

  @Override
  public AttributedString getPrompt() {
    return sqlLine.getOpts().getSilent() ? AttributedString.EMPTY : PROMPT;
  }
}
