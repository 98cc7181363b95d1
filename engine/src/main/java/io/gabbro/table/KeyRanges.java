package io.gabbro.table;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyCodec;
import io.gabbro.storage.KeyRange;

/** Turns ranges of keys into ranges of bytes. */
final class KeyRanges {
  private KeyRanges() {}

  /**
   * The range of the bytes of the keys in {@code range}.
   *
   * @throws GabbroException {@code INVALID_ARGUMENT} when it has a bound and the codec does not
   *     preserve order
   */
  static <K> KeyRange of(Range<K> range, KeyCodec<K> keys) {
    if (range.isAll()) {
      return KeyRange.all();
    }
    if (!keys.preservesOrder()) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT, "a range of keys whose codec does not preserve their order");
    }
    return new KeyRange(
        bound(range.lower(), !range.includesLower(), keys),
        bound(range.upper(), range.includesUpper(), keys));
  }

  /** The bytes of a key, or the least bytes above them; null for no bound. */
  private static <K> byte[] bound(K key, boolean above, KeyCodec<K> keys) {
    if (key == null) {
      return null;
    }
    ByteBuilder target = new ByteBuilder();
    keys.encode(key, target);
    if (above) {
      target.putByte(0);
    }
    return target.toByteArray();
  }
}
