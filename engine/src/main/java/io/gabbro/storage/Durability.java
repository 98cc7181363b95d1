package io.gabbro.storage;

/** What must have happened before a write is acknowledged. */
public enum Durability {
  /** The write is on disk: it survives a loss of power. */
  SYNC,
  /** The operating system has the write: it survives a crash of the process. */
  OS,
  /** The write is in memory: it survives a crash of the process after about a second. */
  NONE
}
