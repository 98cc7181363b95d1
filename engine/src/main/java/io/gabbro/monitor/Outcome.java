package io.gabbro.monitor;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;

/** How a statement ended. */
public enum Outcome {
  /** It did what it says. */
  SUCCEEDED,
  /** It failed. */
  FAILED,
  /** It was cancelled, or its time was up. */
  CANCELLED;

  /** The outcome of a statement that ended with an exception. */
  static Outcome of(Throwable failure) {
    return failure instanceof GabbroException error && error.code() == ErrorCode.QUERY_CANCELED
        ? CANCELLED
        : FAILED;
  }
}
