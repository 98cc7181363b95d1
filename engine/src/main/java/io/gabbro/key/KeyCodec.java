package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;

/**
 * Turns the keys of a typed table into bytes and back. Different keys have different bytes.
 * Implementations are thread-safe; {@link KeyCodecs} has the ready ones.
 *
 * @param <K> the type of the keys
 */
public interface KeyCodec<K> {
  /** What {@link #fixedWidth} says of keys whose length varies. */
  int VARIABLE = -1;

  /** The length of every key in bytes, or {@link #VARIABLE}. */
  int fixedWidth();

  /**
   * Whether keys as unsigned bytes sort as the keys themselves, so that ranges of keys are ranges
   * of bytes. Each codec says what the order of its keys is.
   */
  boolean preservesOrder();

  /**
   * Appends the bytes of a key.
   *
   * @param key not null
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when it refuses the key
   */
  void encode(K key, ByteBuilder target);

  /**
   * The key of {@code length} bytes from {@code offset}. It does not refer to the array, which the
   * caller uses again.
   *
   * @return never null
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when the bytes are no key
   */
  K decode(byte[] bytes, int offset, int length);
}
