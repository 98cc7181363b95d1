package io.gabbro.lifecycle;

/**
 * The steps of closing something that holds several things: each is taken, whatever fails before
 * it. The first failure is thrown at the end, with the others as its suppressed ones. Belongs to
 * one thread.
 */
public final class CloseSteps {
  private Throwable first;

  /** No step yet. */
  public CloseSteps() {}

  /** Takes a step now, and keeps its failure for {@link #end}. */
  public CloseSteps then(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      if (first == null) {
        first = e;
      } else if (first != e) {
        first.addSuppressed(e);
      }
    }
    return this;
  }

  /** Throws the first failure of a step, if there was one. */
  public void end() {
    if (first instanceof Error error) {
      throw error;
    } else if (first instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
