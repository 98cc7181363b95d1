package io.gabbro.key;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * The key codecs that come with Gabbro.
 *
 * <pre>
 * STRING              UTF-8                                        by code points
 * BYTES, BUFFER       as they are                                  as unsigned bytes
 * INT, LONG           most significant byte first, sign inverted   by value
 * UNSIGNED_LONG       most significant byte first                  as unsigned numbers
 * UUID                most significant byte first                  as unsigned bytes
 * INSTANT             seconds as LONG, nanoseconds in four bytes   by time
 * LITTLE_ENDIAN_INT,
 * LITTLE_ENDIAN_LONG  least significant byte first                 no order
 * pair(a, b)          a, escaped and ended if it varies, then b    by a, then by b
 * </pre>
 */
public final class KeyCodecs {
  /** Strings as UTF-8, sorted by code points. Strings with half a surrogate pair are refused. */
  public static final KeyCodec<String> STRING = new StringKeyCodec();

  /** Byte arrays as they are, sorted as unsigned bytes. */
  public static final KeyCodec<byte[]> BYTES = new BytesKeyCodec();

  /** The bytes between position and limit of buffers, sorted as unsigned bytes. */
  public static final KeyCodec<ByteBuffer> BUFFER = new BufferKeyCodec();

  /** Four bytes, sorted by value. */
  public static final KeyCodec<Integer> INT = new IntKeyCodec(IntKeyCodec.Form.ORDERED);

  /** Eight bytes, sorted by value. */
  public static final KeyCodec<Long> LONG = new LongKeyCodec(LongKeyCodec.Form.ORDERED);

  /** Eight bytes, sorted as unsigned numbers: negative ones come last. */
  public static final KeyCodec<Long> UNSIGNED_LONG = new LongKeyCodec(LongKeyCodec.Form.UNSIGNED);

  /** Sixteen bytes, sorted as unsigned bytes, as SQL sorts them and {@link UUID} does not. */
  public static final KeyCodec<UUID> UUID = new UuidKeyCodec();

  /** Twelve bytes, sorted by time. */
  public static final KeyCodec<Instant> INSTANT = new InstantKeyCodec();

  /** Four bytes, least significant first; no order. */
  public static final KeyCodec<Integer> LITTLE_ENDIAN_INT =
      new IntKeyCodec(IntKeyCodec.Form.LITTLE_ENDIAN);

  /** Eight bytes, least significant first; no order. */
  public static final KeyCodec<Long> LITTLE_ENDIAN_LONG =
      new LongKeyCodec(LongKeyCodec.Form.LITTLE_ENDIAN);

  private KeyCodecs() {}

  /**
   * Keys of two parts, sorted by the first, then by the second; it preserves order if both codecs
   * do. A first part of variable width has its bytes 00 escaped and an end; then its keys are not
   * those of the first codec.
   */
  public static <A, B> KeyCodec<KeyPair<A, B>> pair(KeyCodec<A> first, KeyCodec<B> second) {
    return new PairKeyCodec<>(first, second);
  }
}
