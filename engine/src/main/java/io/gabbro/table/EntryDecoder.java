package io.gabbro.table;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodec;
import io.gabbro.serializer.ValueSerializer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.LongAdder;

/**
 * Decodes keys and values of a table. What does not decode is an error that names table and key, or
 * is counted and null. Thread-safe.
 */
final class EntryDecoder<K, V> {
  private static final int MAX_SHOWN_KEY = 64;

  private final String table;
  private final KeyCodec<K> keys;
  private final ValueSerializer<V> values;
  private final boolean skipsBadEntries;
  private final LongAdder skipped = new LongAdder();

  EntryDecoder(String table, KeyCodec<K> keys, ValueSerializer<V> values, boolean skipsBadEntries) {
    this.table = table;
    this.keys = keys;
    this.values = values;
    this.skipsBadEntries = skipsBadEntries;
  }

  String table() {
    return table;
  }

  KeyCodec<K> keys() {
    return keys;
  }

  ValueSerializer<V> values() {
    return values;
  }

  /** The number of entries that were left out because they do not decode. */
  long skipped() {
    return skipped.sum();
  }

  /** A key; null when it does not decode and is skipped. */
  K key(byte[] bytes, int offset, int length) {
    try {
      return keys.decode(bytes, offset, length);
    } catch (RuntimeException e) {
      skipOrThrow(ErrorCode.KEY_CORRUPTED, bytes, offset, length, e);
      return null;
    }
  }

  /**
   * A value that does not refer to its bytes; null when it does not decode and is skipped.
   *
   * @param keyBytes where its key lies, for messages
   */
  V value(byte[] keyBytes, int keyStart, int keyLength, byte[] bytes, int offset, int length) {
    try {
      return values.deserialize(bytes, offset, length);
    } catch (RuntimeException e) {
      badValue(keyBytes, keyStart, keyLength, e);
      return null;
    }
  }

  /** As {@link #value}, but the value may refer to its bytes. */
  V view(byte[] keyBytes, int keyStart, int keyLength, ByteBuffer bytes) {
    try {
      return values.view(bytes);
    } catch (RuntimeException e) {
      badValue(keyBytes, keyStart, keyLength, e);
      return null;
    }
  }

  /** Hears that a value does not decode. */
  void badValue(byte[] keyBytes, int keyStart, int keyLength, RuntimeException cause) {
    skipOrThrow(ErrorCode.DATA_CORRUPTED, keyBytes, keyStart, keyLength, cause);
  }

  private void skipOrThrow(
      ErrorCode code, byte[] bytes, int start, int length, RuntimeException cause) {
    if (!skipsBadEntries) {
      byte[] shown = Arrays.copyOfRange(bytes, start, start + Math.min(length, MAX_SHOWN_KEY));
      String key = HexFormat.of().formatHex(shown) + (length > MAX_SHOWN_KEY ? "…" : "");
      throw GabbroException.causedBy(cause, code, table, "X'" + key + "'", cause.getMessage());
    }
    skipped.increment();
  }
}
