package io.gabbro.storage;

/**
 * A point in the history of a {@link Database} that reads can be bound to. Closing twice is
 * harmless.
 */
public interface Snapshot extends AutoCloseable {
  /** The sequence number of the last write that it sees. */
  long sequence();

  @Override
  void close();
}
