package io.gabbro.plan;

/** The order in which a scan must yield the rows of a table. */
public enum KeyOrder {
  /** Any, so that parts of the table can be read in parallel. */
  ANY,
  /** As the keys lie in the store. */
  FORWARD,
  /** Against the order in which the keys lie in the store. */
  BACKWARD
}
