package io.gabbro.serializer.flatbuffers;

import io.gabbro.type.FloatingText;
import io.gabbro.type.Utf8Builder;
import java.nio.charset.StandardCharsets;

/** Writes scalars and strings as JSON. Not thread-safe. */
final class JsonScalars {
  private static final String HEX = "0123456789abcdef";

  private final FlatBufferSchema schema;
  private final boolean enumNames;
  private Utf8Builder target;

  JsonScalars(FlatBufferSchema schema, boolean enumNames) {
    this.schema = schema;
    this.enumNames = enumNames;
  }

  /** Makes the following go to a text. */
  void begin(Utf8Builder text) {
    target = text;
  }

  /** Appends a scalar of {@link BaseType#read}. */
  void append(FieldType type, long bits) {
    BaseType base = type.base();
    if (enumNames && schema.isEnum(type)) {
      SchemaEnum.Value named = schema.enumOf(type).value(bits);
      if (named != null) {
        quoted(named.name());
        return;
      }
    }
    switch (base) {
      case BOOL -> target.append(bits != 0 ? "true" : "false");
      case ULONG -> target.append(Long.toUnsignedString(bits));
      case FLOAT, DOUBLE -> {
        double number = base.toDouble(bits);
        String quote = Double.isFinite(number) ? "" : "\"";
        target.append(quote);
        if (base == BaseType.FLOAT) {
          FloatingText.append(target, (float) number);
        } else {
          FloatingText.append(target, number);
        }
        target.append(quote);
      }
      default -> target.append(bits);
    }
  }

  /** Appends a string. */
  void quoted(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    quoted(bytes, 0, bytes.length);
  }

  /** Appends a string of valid UTF-8. */
  void quoted(byte[] bytes, int start, int length) {
    target.append('"');
    int copied = start;
    for (int index = start; index < start + length; index++) {
      byte unit = bytes[index];
      if (unit == '"' || unit == '\\' || (unit >= 0 && unit < ' ')) {
        target.append(bytes, copied, index - copied).append('\\');
        escape(unit);
        copied = index + 1;
      }
    }
    target.append(bytes, copied, start + length - copied).append('"');
  }

  private void escape(byte unit) {
    switch (unit) {
      case '\n' -> target.append('n');
      case '\r' -> target.append('r');
      case '\t' -> target.append('t');
      case '"', '\\' -> target.append((char) unit);
      default -> target.append("u00").append(HEX.charAt(unit >> 4)).append(HEX.charAt(unit & 0xF));
    }
  }
}
