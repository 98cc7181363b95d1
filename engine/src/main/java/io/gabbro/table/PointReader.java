package io.gabbro.table;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.table.ScratchPool.Scratch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads single entries. As thread-safe as its entries. */
record PointReader<K, V>(EntryDecoder<K, V> decoder, Entries entries, ScratchPool scratches) {
  Optional<V> get(K key) {
    Scratch scratch = scratches.take();
    try {
      ByteBuilder keyBytes = encode(key, scratch);
      ValueBuffer value = scratch.value();
      if (!entries.get(keyBytes.bytes(), keyBytes.length(), value)) {
        return Optional.empty();
      }
      return Optional.ofNullable(
          decoder.value(keyBytes.bytes(), 0, keyBytes.length(), value.bytes(), 0, value.length()));
    } finally {
      scratches.giveBack(scratch);
    }
  }

  private ByteBuilder encode(K key, Scratch scratch) {
    ByteBuilder target = scratch.entry().keyBuilder();
    decoder.keys().encode(key, target);
    return target;
  }

  <R> Optional<R> get(K key, Function<? super V, ? extends R> accessor) {
    if (!decoder.values().readsInPlace()) {
      return get(key).map(accessor);
    }
    ByteBuffer bytes = stored(key);
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      V value = view(key, bytes);
      return value == null ? Optional.empty() : Optional.ofNullable(accessor.apply(value));
    } finally {
      bytes.limit(0);
    }
  }

  /**
   * The bytes of a value in an array that is never used again, so that nothing that was made of the
   * buffer can see others; null when there is no such key.
   */
  private ByteBuffer stored(K key) {
    ValueBuffer value = new ValueBuffer();
    Scratch scratch = scratches.take();
    try {
      ByteBuilder keyBytes = encode(key, scratch);
      return entries.get(keyBytes.bytes(), keyBytes.length(), value)
          ? ByteBuffer.wrap(value.bytes(), 0, value.length()).slice()
          : null;
    } finally {
      scratches.giveBack(scratch);
    }
  }

  private V view(K key, ByteBuffer bytes) {
    try {
      return decoder.values().view(bytes);
    } catch (RuntimeException e) {
      byte[] keyBytes = encode(key);
      decoder.badValue(keyBytes, 0, keyBytes.length, e);
      return null;
    }
  }

  private byte[] encode(K key) {
    ByteBuilder target = new ByteBuilder();
    decoder.keys().encode(key, target);
    return target.toByteArray();
  }

  boolean containsKey(K key) {
    Scratch scratch = scratches.take();
    try {
      ByteBuilder keyBytes = encode(key, scratch);
      return entries.get(keyBytes.bytes(), keyBytes.length(), scratch.value());
    } finally {
      scratches.giveBack(scratch);
    }
  }

  List<Optional<V>> multiGet(Collection<? extends K> keys) {
    List<byte[]> encoded = new ArrayList<>(keys.size());
    keys.forEach(key -> encoded.add(encode(key)));
    List<byte[]> stored = entries.multiGet(encoded);
    List<Optional<V>> values = new ArrayList<>(stored.size());
    for (int index = 0; index < stored.size(); index++) {
      byte[] key = encoded.get(index);
      byte[] bytes = stored.get(index);
      values.add(
          Optional.ofNullable(
              bytes == null ? null : decoder.value(key, 0, key.length, bytes, 0, bytes.length)));
    }
    return values;
  }
}
