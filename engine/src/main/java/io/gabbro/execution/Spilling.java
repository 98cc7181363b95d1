package io.gabbro.execution;

/** An operator that puts what does not fit into memory into files. */
public interface Spilling {
  /** The bytes that it has written to files so far. */
  long spilledBytes();
}
