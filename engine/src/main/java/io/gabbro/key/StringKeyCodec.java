package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strings as UTF-8. */
final class StringKeyCodec implements KeyCodec<String> {
  private static final char REPLACEMENT = '\uFFFD';

  @Override
  public int fixedWidth() {
    return VARIABLE;
  }

  @Override
  public boolean preservesOrder() {
    return true;
  }

  @Override
  public void encode(String key, ByteBuilder target) {
    if (!target.putUtf8(key)) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION, "a key has half a surrogate pair and no UTF-8 form");
    }
  }

  @Override
  public String decode(byte[] bytes, int offset, int length) {
    String key = new String(bytes, offset, length, StandardCharsets.UTF_8);
    if (key.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(bytes, offset, length);
    }
    return key;
  }

  private static void requireUtf8(byte[] bytes, int offset, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
    } catch (CharacterCodingException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.SERIALIZATION, "the key does not decode: it is not UTF-8");
    }
  }
}
