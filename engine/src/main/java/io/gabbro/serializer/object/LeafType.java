package io.gabbro.serializer.object;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.SqlType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How the values of a Java type that a column can hold lie in it. Immutable and thread-safe. */
abstract sealed class LeafType permits NumberLeaf, TextLeaf, TimeLeaf, PlainLeaf, JsonLeaf {
  /** That of a class, if a column can hold its values. */
  static Optional<LeafType> of(Class<?> type) {
    LeafType known =
        type == boolean.class || type == Boolean.class
            ? new PlainLeaf(SqlType.BOOLEAN)
            : type == byte[].class
                ? new PlainLeaf(SqlType.BYTEA)
                : type == UUID.class ? new PlainLeaf(SqlType.UUID) : null;
    if (known != null) {
      return Optional.of(known);
    }
    if (type.isArray()
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)) {
      return Optional.of(new JsonLeaf());
    }
    return NumberLeaf.find(type).or(() -> TextLeaf.find(type)).or(() -> TimeLeaf.find(type));
  }

  /** The usual type of a column for it. */
  abstract SqlType columnType();

  /** Whether a column of a type holds every value, or as many as any type does. */
  abstract boolean fits(SqlType type);

  /** The types that {@link #fits} allows, for an error message. */
  abstract String fitting();

  /**
   * The value of a column.
   *
   * @param value not null
   * @return as {@link io.gabbro.vector.Values#set} takes it
   * @throws GabbroException when the type does not hold it
   */
  abstract Object toColumn(Object value, SqlType type);

  /**
   * The value of a property.
   *
   * @param value not null, as {@link io.gabbro.vector.Values#get} gives it
   * @throws GabbroException {@code SERIALIZATION} when the Java type has no such value
   */
  abstract Object fromColumn(Object value, SqlType type);

  /** Whether {@link #fromColumn} works at all. */
  boolean isWritable() {
    return true;
  }

  /** The error of a value that has no place in the other world. */
  static GabbroException misfit(String problem) {
    return new GabbroException(ErrorCode.SERIALIZATION, problem);
  }
}
