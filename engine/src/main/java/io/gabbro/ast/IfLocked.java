package io.gabbro.ast;

/** What to do about rows that others have locked. */
public enum IfLocked {
  /** Wait for the others. */
  WAIT,
  /** Fail. */
  NOWAIT,
  /** Leave the rows out. */
  SKIP_LOCKED
}
