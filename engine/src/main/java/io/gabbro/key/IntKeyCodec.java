package io.gabbro.key;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;

/** Numbers in four bytes. */
final class IntKeyCodec implements KeyCodec<Integer> {
  private final Form form;

  /** How the bytes lie. */
  enum Form {
    /** Most significant byte first, sign bit inverted. */
    ORDERED,
    /** Least significant byte first. */
    LITTLE_ENDIAN
  }

  IntKeyCodec(Form form) {
    this.form = form;
  }

  @Override
  public int fixedWidth() {
    return Integer.BYTES;
  }

  @Override
  public boolean preservesOrder() {
    return form == Form.ORDERED;
  }

  @Override
  public void encode(Integer key, ByteBuilder target) {
    int value = key;
    target.putInt(form == Form.ORDERED ? value ^ Integer.MIN_VALUE : Integer.reverseBytes(value));
  }

  @Override
  public Integer decode(byte[] bytes, int offset, int length) {
    KeyErrors.requireLength(length, Integer.BYTES);
    int stored = BigEndian.getInt(bytes, offset);
    return form == Form.ORDERED ? stored ^ Integer.MIN_VALUE : Integer.reverseBytes(stored);
  }
}
