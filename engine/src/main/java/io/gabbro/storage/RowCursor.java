package io.gabbro.storage;

/**
 * A way through the key-value pairs of a range, a block at a time. It is used by one thread at a
 * time; closing twice is harmless, a use after close throws {@code CLOSED}.
 */
public interface RowCursor extends AutoCloseable {
  /**
   * Clears {@code block} and fills it with the next rows, as many as there are up to {@code
   * maximum} and the block's capacity. Fewer may be returned when values are large; none means that
   * the end was reached.
   *
   * @return the number of rows in the block
   * @throws io.gabbro.error.GabbroException {@code BACKEND} when the store reports an error: an end
   *     is never mistaken for one
   */
  int fill(RowBlock block, int maximum);

  @Override
  void close();
}
