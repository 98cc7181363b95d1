package io.gabbro.jdbc.error;

import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;

/** What an application reads of an error. */
final class ErrorMessage {
  private ErrorMessage() {}

  static String of(GabbroException error, String sql) {
    StringBuilder message = new StringBuilder(String.valueOf(error.getMessage()));
    SourcePosition position = error.position().orElse(null);
    if (position != null && message.indexOf("(line ") < 0) {
      message.append(" (line ").append(position.line());
      message.append(", column ").append(position.column()).append(')');
    }
    error.hint().ifPresent(hint -> message.append("\nHint: ").append(hint));
    return message.toString();
  }
}
