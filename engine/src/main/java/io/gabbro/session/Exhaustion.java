package io.gabbro.session;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;

/** Errors of the JVM that fail one statement and leave the database usable. */
final class Exhaustion {
  private Exhaustion() {}

  /**
   * What a statement that failed throws: {@code OUT_OF_MEMORY} or {@code STATEMENT_TOO_COMPLEX}
   * when heap or stack were used up, else what it is itself.
   *
   * @throws Error when it is another error
   */
  static RuntimeException failure(Throwable thrown) {
    if (thrown instanceof RuntimeException exception) {
      return exception;
    } else if (thrown instanceof OutOfMemoryError) {
      return GabbroException.causedBy(
          thrown, ErrorCode.OUT_OF_MEMORY, "the JVM has no memory left: " + thrown.getMessage());
    } else if (thrown instanceof StackOverflowError) {
      return GabbroException.causedBy(
          thrown, ErrorCode.STATEMENT_TOO_COMPLEX, "the statement needs more stack than there is");
    }
    throw (Error) thrown;
  }
}
