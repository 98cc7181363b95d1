package io.gabbro.jdbc.error;

import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.error.SourceSnippet;

/**
 * What an application reads of an error: the message with the place in the statement, the line of
 * the statement with a caret, and the hint.
 */
final class ErrorMessage {
  private ErrorMessage() {}

  static String of(GabbroException error, String sql) {
    StringBuilder message = new StringBuilder(String.valueOf(error.getMessage()));
    SourcePosition position = error.position().orElse(null);
    if (position != null && message.indexOf("(line ") < 0) {
      message.append(" (line ").append(position.line());
      message.append(", column ").append(position.column()).append(')');
    }
    if (position != null && sql != null) {
      message.append('\n').append(SourceSnippet.render(sql, position));
    }
    error.hint().ifPresent(hint -> message.append("\nHint: ").append(hint));
    return message.toString();
  }
}
