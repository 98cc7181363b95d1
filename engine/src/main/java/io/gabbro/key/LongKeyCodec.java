package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;

/** Numbers in eight bytes. */
final class LongKeyCodec implements KeyCodec<Long> {
  private final Form form;

  /** How the bytes lie. */
  enum Form {
    /** Most significant byte first, sign bit inverted. */
    ORDERED,
    /** Most significant byte first. */
    UNSIGNED,
    /** Least significant byte first. */
    LITTLE_ENDIAN
  }

  LongKeyCodec(Form form) {
    this.form = form;
  }

  @Override
  public int fixedWidth() {
    return Long.BYTES;
  }

  @Override
  public boolean preservesOrder() {
    return form != Form.LITTLE_ENDIAN;
  }

  @Override
  public void encode(Long key, ByteBuilder target) {
    target.putLong(convert(key));
  }

  @Override
  public Long decode(byte[] bytes, int offset, int length) {
    KeyErrors.requireLength(length, Long.BYTES);
    return convert(BigEndian.getLong(bytes, offset));
  }

  /** From a number to its bytes, most significant first, and back. */
  private long convert(long value) {
    return switch (form) {
      case ORDERED -> value ^ Long.MIN_VALUE;
      case UNSIGNED -> value;
      case LITTLE_ENDIAN -> Long.reverseBytes(value);
    };
  }
}
