package io.gabbro.storage;

/** The order in which a cursor visits keys. */
public enum Direction {
  /** From the least key to the greatest. */
  FORWARD,
  /** From the greatest key to the least. */
  BACKWARD
}
