package io.gabbro.serializer;

import io.gabbro.bytes.ByteBuilder;
import java.nio.ByteBuffer;

/**
 * Turns values of one type into bytes and back. The bytes are stored as they are, so that others
 * who know the serializer can read them. Implementations are thread-safe.
 *
 * <p>An implementation with a public constructor without parameters, named in {@code
 * META-INF/services/io.gabbro.serializer.ValueSerializer}, is found by every {@link
 * SerializerRegistry}.
 *
 * @param <V> the type
 */
public interface ValueSerializer<V> {
  /** Its name in registries and in {@code CREATE TABLE … USING}. */
  String name();

  /** The type of its values. */
  Class<V> type();

  /**
   * Appends the bytes of a value.
   *
   * @param value not null
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when it refuses the value
   */
  void serialize(V value, ByteBuilder target);

  /**
   * The value of {@code length} bytes from {@code offset}. It does not refer to the array, which
   * the caller uses again.
   *
   * @return never null
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when the bytes are no value
   */
  V deserialize(byte[] bytes, int offset, int length);

  /**
   * Whether {@link #view} makes values that read the stored bytes in place, without a copy. Callers
   * then give it bytes that nobody will write to.
   */
  default boolean readsInPlace() {
    return false;
  }

  /**
   * The value of the bytes from the position to the limit of a buffer, which it may refer to. The
   * caller sets the buffer's limit to zero when the value must no longer be used; a value that
   * reads through the buffer throws from then on.
   *
   * @param bytes a buffer of these bytes and no others, with position 0 and big-endian order, which
   *     is the value's to change
   * @return never null
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when the bytes are no value
   */
  default V view(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return deserialize(copy, 0, copy.length);
  }
}
