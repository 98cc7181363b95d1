package io.gabbro.serializer.object;

import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.Arrays;
import java.util.Optional;

/** String, char and enums. */
final class TextLeaf extends LeafType {
  private final Class<?> type;
  private final int length;

  private TextLeaf(Class<?> type, int length) {
    this.type = type;
    this.length = length;
  }

  static Optional<LeafType> find(Class<?> type) {
    if (type == String.class) {
      return Optional.of(new TextLeaf(type, Integer.MAX_VALUE));
    }
    if (type == char.class || type == Character.class) {
      return Optional.of(new TextLeaf(Character.class, 1));
    }
    if (!type.isEnum()) {
      return Optional.empty();
    }
    int longest =
        Arrays.stream(type.getEnumConstants())
            .mapToInt(constant -> ((Enum<?>) constant).name().length())
            .max()
            .orElse(0);
    return Optional.of(new TextLeaf(type, longest));
  }

  @Override
  SqlType columnType() {
    return SqlType.TEXT;
  }

  @Override
  boolean fits(SqlType column) {
    return column.kind() == TypeKind.VARCHAR
        && (column.length() == SqlType.UNBOUNDED || column.length() >= length);
  }

  @Override
  String fitting() {
    return length == Integer.MAX_VALUE ? "text" : "text or varchar(" + length + ")";
  }

  @Override
  Object toColumn(Object value, SqlType column) {
    String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      if (Character.isSurrogate(unit)) {
        if (Character.isLowSurrogate(unit)
            || index + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(index + 1))) {
          throw misfit("it has half of a surrogate pair");
        }
        index++;
      }
    }
    return text;
  }

  @Override
  Object fromColumn(Object value, SqlType column) {
    String text = (String) value;
    if (type == String.class) {
      return text;
    }
    if (type == Character.class) {
      if (text.length() != 1) {
        throw misfit("\"" + text + "\" is no single char");
      }
      return text.charAt(0);
    }
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(text)) {
        return constant;
      }
    }
    throw misfit("\"" + text + "\" is no constant of " + type.getTypeName());
  }
}
