package io.gabbro.transaction;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.storage.ValueBuffer;

/**
 * The key and the value of a row, built in arrays that are used again, and a buffer for a look-up.
 * Not thread-safe.
 */
public final class KeyValue {
  private final ByteBuilder keyBuilder = new ByteBuilder();
  private final ByteBuilder valueBuilder = new ByteBuilder(256);
  private final ValueBuffer scratchBuffer = new ValueBuffer();

  /** Where the key is built. */
  public ByteBuilder keyBuilder() {
    return keyBuilder;
  }

  /** Where the value is built. */
  public ByteBuilder valueBuilder() {
    return valueBuilder;
  }

  /** Empties both. */
  public void clear() {
    keyBuilder.clear();
    valueBuilder.clear();
  }

  /** The array of the key. */
  public byte[] key() {
    return keyBuilder.bytes();
  }

  /** The length of the key. */
  public int keyLength() {
    return keyBuilder.length();
  }

  /** The array of the value. */
  public byte[] value() {
    return valueBuilder.bytes();
  }

  /** The length of the value. */
  public int valueLength() {
    return valueBuilder.length();
  }

  /** A buffer for look-ups. */
  public ValueBuffer scratch() {
    return scratchBuffer;
  }
}
