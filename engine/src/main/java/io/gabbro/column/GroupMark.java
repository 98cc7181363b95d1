package io.gabbro.column;

/**
 * Whether the store knows that a group is not true of the rows any more. Once the group is, or is
 * about to be, in the store, a commit that writes a key of it has to write the mark too, in one
 * batch; each does until one has succeeded. Thread-safe.
 */
final class GroupMark {
  private volatile boolean required;
  private volatile boolean written;

  /** Makes commits that begin from now on write the mark. */
  void require() {
    required = true;
  }

  /** Whether the group may be in the store. */
  boolean isRequired() {
    return required;
  }

  /** Says that a batch with the mark was written. */
  void setWritten() {
    written = true;
  }

  /** Whether a commit that writes a key has to write the mark. */
  boolean isDue() {
    return required && !written;
  }
}
