package io.gabbro.serializer.flatbuffers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table or struct of a schema. Immutable. */
final class SchemaObject {
  private final String name;
  private final boolean struct;
  private final int alignment;
  private final int byteSize;
  private final List<SchemaField> fields;
  private final Map<String, SchemaField> byName = new LinkedHashMap<>();

  /**
   * A table or struct.
   *
   * @param alignment of a struct, in bytes
   * @param byteSize of a struct
   */
  SchemaObject(String name, boolean struct, int alignment, int byteSize, List<SchemaField> fields) {
    this.name = name;
    this.struct = struct;
    this.alignment = alignment;
    this.byteSize = byteSize;
    this.fields = fields.stream().sorted(Comparator.comparingInt(SchemaField::id)).toList();
    this.fields.forEach(field -> byName.put(field.name(), field));
  }

  /** Its name with its namespace. */
  String name() {
    return name;
  }

  /** Its name without its namespace. */
  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  boolean isStruct() {
    return struct;
  }

  int alignment() {
    return alignment;
  }

  int byteSize() {
    return byteSize;
  }

  /** Its fields by id, deprecated ones included. */
  List<SchemaField> fields() {
    return fields;
  }

  /** Its fields by name, in the order of their ids, deprecated ones included. */
  Map<String, SchemaField> byName() {
    return byName;
  }

  @Override
  public String toString() {
    return name;
  }
}
