package io.gabbro.serializer.flatbuffers;

/**
 * The type of a field, an element or a member of a union.
 *
 * @param base what it is
 * @param element what its elements are, for vectors and arrays; else {@code NONE}
 * @param index the number of its table, struct, enum or union in the schema, or that of its
 *     elements; -1 for none
 * @param fixedLength the number of elements of an array; else 0
 */
record FieldType(BaseType base, BaseType element, int index, int fixedLength) {
  static final int NO_INDEX = -1;

  /** The type of an element of a vector or array. */
  FieldType elementType() {
    return new FieldType(element, BaseType.NONE, index, 0);
  }

  boolean isRepeated() {
    return base == BaseType.VECTOR || base == BaseType.ARRAY;
  }
}
