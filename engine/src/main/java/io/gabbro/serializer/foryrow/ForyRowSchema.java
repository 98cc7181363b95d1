package io.gabbro.serializer.foryrow;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of rows, in the order in which they lie there. Rows do not say which fields they have:
 * whoever reads them must know the schema that they were written with. Immutable and thread-safe.
 */
public final class ForyRowSchema {
  private final List<ForyRowField> fields;
  private final Map<String, Integer> ordinals = new HashMap<>();

  private ForyRowSchema(List<ForyRowField> fields) {
    this.fields = List.copyOf(fields);
    for (int ordinal = 0; ordinal < fields.size(); ordinal++) {
      if (ordinals.put(fields.get(ordinal).name(), ordinal) != null) {
        throw new GabbroException(
            ErrorCode.INVALID_ARGUMENT,
            "there are two fields with the name \"" + fields.get(ordinal).name() + "\"");
      }
    }
  }

  /**
   * These fields, in this order.
   *
   * @throws GabbroException {@code INVALID_ARGUMENT} when two have one name
   */
  public static ForyRowSchema of(List<ForyRowField> fields) {
    return new ForyRowSchema(fields);
  }

  /**
   * The schema that Fory infers for a class: a field for each component of a record, or each field
   * of a bean and its superclasses that is not static or transient, in the order of their names in
   * Java, with names in lower case and underscores.
   *
   * @throws GabbroException {@code INVALID_TABLE_DEFINITION} when a field has a type that rows do
   *     not have, or the class is in itself
   */
  public static ForyRowSchema of(Class<?> type) {
    return ClassSchema.of(type).schema();
  }

  /** The fields in their order. */
  public List<ForyRowField> fields() {
    return fields;
  }

  /**
   * The position of a field.
   *
   * @throws GabbroException {@code INVALID_ARGUMENT} when there is none of that name
   */
  public int ordinal(String name) {
    Integer ordinal = ordinals.get(name);
    if (ordinal == null) {
      throw new GabbroException(
          ErrorCode.INVALID_ARGUMENT, "the row has no field \"" + name + "\"");
    }
    return ordinal;
  }

  /** The number of bytes of the bits that say which fields are null. */
  int nullBytes() {
    return nullBytes(fields.size());
  }

  /** The number of bytes of the bits that say which of some values are null. */
  static int nullBytes(int count) {
    return (((count - 1) >> 6) + 1) * Long.BYTES;
  }

  /** The number of bytes in front of those of fields without a fixed width. */
  int fixedBytes() {
    return nullBytes() + fields.size() * Long.BYTES;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ForyRowSchema schema && fields.equals(schema.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
