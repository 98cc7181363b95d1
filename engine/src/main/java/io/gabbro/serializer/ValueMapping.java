package io.gabbro.serializer;

/** How the fields of one mapped table lie in the bytes of its values. Immutable, thread-safe. */
public interface ValueMapping {
  /** A reader for one scan of one thread. */
  ValueReader newReader();

  /** A writer for one statement of one thread. */
  ValueWriter newWriter();

  /**
   * Checks a whole value that somebody else has serialized and that is to be stored as it is.
   *
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when the bytes are no value
   */
  void check(byte[] bytes, int offset, int length);
}
