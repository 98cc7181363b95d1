package io.gabbro.serializer.flatbuffers;

/**
 * A field of a table or struct.
 *
 * @param name its name
 * @param type its type
 * @param id its number, from 0 on, which is its place in {@link SchemaObject#fields()}
 * @param offset of its entry in the vtable; in a struct, its own offset
 * @param defaultBits the value of an absent scalar, as {@link BaseType#read} gives it
 * @param optional whether an absent scalar is null
 * @param deprecated whether accessors lack it
 * @param required whether it must be present
 * @param key whether vectors of its table are sorted by it
 */
record SchemaField(
    String name,
    FieldType type,
    int id,
    int offset,
    long defaultBits,
    boolean optional,
    boolean deprecated,
    boolean required,
    boolean key) {

  /** Whether its absence means its default; the type of a union that holds nothing is absent. */
  boolean hasDefault() {
    return type.base().isScalar() && type.base() != BaseType.UTYPE && !optional;
  }
}
