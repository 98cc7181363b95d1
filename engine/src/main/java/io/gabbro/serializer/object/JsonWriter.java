package io.gabbro.serializer.object;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Writes Java values as JSON: numbers and truth values as such, objects of properties as objects,
 * byte arrays in Base64, anything else as a string. Infinities and NaN are strings. Not
 * thread-safe; for one value.
 */
final class JsonWriter {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_LENGTH = 16 << 20;

  private final StringBuilder target = new StringBuilder();
  private int depth;

  /**
   * The text of a value, which is ASCII but for characters of strings.
   *
   * @throws io.gabbro.error.GabbroException when it is nested too deeply or becomes too long
   */
  String write(Object value) {
    append(value);
    return target.toString();
  }

  private void append(Object value) {
    if (value == null) {
      target.append("null");
    } else if (value instanceof Boolean || isNumber(value)) {
      target.append(value);
    } else if (value instanceof byte[] bytes) {
      string(Base64.getEncoder().encodeToString(bytes));
    } else if (value instanceof Optional<?> optional) {
      append(optional.orElse(null));
    } else if (value instanceof Enum<?> constant) {
      string(constant.name());
    } else {
      depth++;
      if (depth > MAX_DEPTH) {
        throw LeafType.misfit("it is nested more than " + MAX_DEPTH + " deep");
      }
      nested(value);
      depth--;
    }
    if (target.length() > MAX_LENGTH) {
      throw LeafType.misfit("it has more than " + MAX_LENGTH + " characters of JSON");
    }
  }

  private static boolean isNumber(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue());
    }
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger
        || value instanceof BigDecimal;
  }

  private void nested(Object value) {
    if (value instanceof Map<?, ?> map) {
      char separator = '{';
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        target.append(separator);
        key(entry.getKey());
        append(entry.getValue());
        separator = ',';
      }
      target.append(separator == '{' ? "{}" : "}");
    } else if (value instanceof Iterable<?> elements) {
      char separator = '[';
      for (Object element : elements) {
        target.append(separator);
        append(element);
        separator = ',';
      }
      target.append(separator == '[' ? "[]" : "]");
    } else if (value.getClass().isArray()) {
      target.append('[');
      for (int index = 0; index < Array.getLength(value); index++) {
        target.append(index == 0 ? "" : ",");
        append(Array.get(value, index));
      }
      target.append(']');
    } else if (ObjectShape.hasProperties(value.getClass())) {
      object(value);
    } else {
      string(value.toString());
    }
  }

  private void object(Object value) {
    char separator = '{';
    for (Property property : ObjectShape.of(value.getClass()).properties()) {
      target.append(separator);
      key(property.name());
      append(property.get(value));
      separator = ',';
    }
    target.append('}');
  }

  private void key(Object key) {
    string(key instanceof Enum<?> constant ? constant.name() : String.valueOf(key));
    target.append(':');
  }

  private void string(String text) {
    target.append('"');
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      if (unit == '"' || unit == '\\') {
        target.append('\\').append(unit);
      } else if (unit < ' ' || isHalf(text, index)) {
        target.append("\\u").append(HexFormat.of().toHexDigits(unit));
      } else {
        target.append(unit);
      }
    }
    target.append('"');
  }

  /** Whether a surrogate has not its other half beside it. */
  private static boolean isHalf(String text, int index) {
    char unit = text.charAt(index);
    if (Character.isHighSurrogate(unit)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(unit)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
