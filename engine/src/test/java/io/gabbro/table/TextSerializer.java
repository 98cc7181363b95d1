package io.gabbro.table;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueSerializer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strings as UTF-8; one of them is refused. */
final class TextSerializer implements ValueSerializer<String> {
  static final String REFUSED = "refused";

  @Override
  public String name() {
    return "text";
  }

  @Override
  public Class<String> type() {
    return String.class;
  }

  @Override
  public void serialize(String value, ByteBuilder target) {
    if (value.equals(REFUSED)) {
      throw new GabbroException(ErrorCode.SERIALIZATION, "not this one");
    }
    target.put(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String deserialize(byte[] bytes, int offset, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, offset, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw GabbroException.causedBy(e, ErrorCode.SERIALIZATION, "not text");
    }
  }
}
