package io.gabbro.transaction;

/** What a transaction sees of others that commit while it runs. */
public enum Isolation {
  /** Each statement sees what was committed before it started. */
  READ_COMMITTED,
  /**
   * The transaction sees what was committed before its first statement; it fails when it writes a
   * row that another has changed since.
   */
  REPEATABLE_READ,
  /**
   * As {@link #REPEATABLE_READ}, and a transaction that wrote fails at its commit when another has
   * changed what it read: those that commit could have run one after another.
   */
  SERIALIZABLE
}
