package io.gabbro.serializer.flatbuffers;

import io.gabbro.serializer.MappingOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A FlatBuffers schema: its tables, structs, enums and unions, which refer to each other by their
 * numbers. It is sound: all numbers exist, ids have no gaps, structs contain neither themselves nor
 * overlapping fields. Immutable.
 */
final class FlatBufferSchema {
  private final List<SchemaObject> objects;
  private final List<SchemaEnum> enums;
  private final Map<String, SchemaObject> tables = new LinkedHashMap<>();
  private final Optional<String> rootName;
  private final Optional<String> fileIdentifier;

  /**
   * A schema that {@link SchemaCheck} has found sound.
   *
   * @param rootName the name of the table of its {@code root_type}
   * @param fileIdentifier four ASCII characters
   */
  FlatBufferSchema(
      List<SchemaObject> objects,
      List<SchemaEnum> enums,
      Optional<String> rootName,
      Optional<String> fileIdentifier) {
    this.objects = List.copyOf(objects);
    this.enums = List.copyOf(enums);
    this.rootName = rootName;
    this.fileIdentifier = fileIdentifier;
    for (SchemaObject object : objects) {
      if (!object.isStruct()) {
        tables.put(object.name(), object);
      }
    }
  }

  /**
   * The schema of a binary schema file: what {@code flatc -b --schema} writes.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when the bytes are
   *     none
   */
  static FlatBufferSchema parse(byte[] bytes) {
    return SchemaParser.parse(bytes);
  }

  /** Its tables and structs; types name them by their place here. */
  List<SchemaObject> objects() {
    return objects;
  }

  /** Its enums and unions; types name them by their place here. */
  List<SchemaEnum> enums() {
    return enums;
  }

  /** The table or struct of a type with such an index. */
  SchemaObject object(FieldType type) {
    return objects.get(type.index());
  }

  /** The enum or union of a type with such an index. */
  SchemaEnum enumOf(FieldType type) {
    return enums.get(type.index());
  }

  /** The identifier that its files have. */
  Optional<String> fileIdentifier() {
    return fileIdentifier;
  }

  /** Whether values of a type are structs. */
  boolean isStruct(FieldType type) {
    return type.base() == BaseType.OBJECT && object(type).isStruct();
  }

  /** Whether values of a type are tables. */
  boolean isTable(FieldType type) {
    return type.base() == BaseType.OBJECT && !object(type).isStruct();
  }

  /** Whether values of a type are numbers of an enum or union. */
  boolean isEnum(FieldType type) {
    return type.base().isInteger() && type.index() != FieldType.NO_INDEX;
  }

  /** The bytes that a value takes where it is declared: its own, or those of the offset to it. */
  int inlineSize(FieldType type) {
    if (type.base() == BaseType.ARRAY) {
      return type.fixedLength() * inlineSize(type.elementType());
    }
    return isStruct(type) ? object(type).byteSize() : type.base().width();
  }

  /**
   * The bytes of all scalars of a struct or array, without those between them; of a scalar its own.
   */
  int scalarBytes(FieldType type) {
    if (type.base() == BaseType.ARRAY) {
      return type.fixedLength() * scalarBytes(type.elementType());
    }
    return isStruct(type)
        ? object(type).fields().stream().mapToInt(field -> scalarBytes(field.type())).sum()
        : type.base().width();
  }

  /** What the address of {@link #inlineSize} bytes is a multiple of. */
  int inlineAlignment(FieldType type) {
    if (type.base() == BaseType.ARRAY) {
      return inlineAlignment(type.elementType());
    }
    return isStruct(type) ? object(type).alignment() : type.base().width();
  }

  /**
   * The table that values start with.
   *
   * @param name with or without its namespace; none for that of the schema's {@code root_type}
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when there is none, or
   *     more than one
   */
  SchemaObject root(Optional<String> name) {
    String wanted =
        name.or(() -> rootName)
            .orElseThrow(
                () ->
                    MappingOptions.refused(
                        "the schema has no root_type: name one by OPTIONS (root '…'), one of "
                            + String.join(", ", tables.keySet())));
    SchemaObject exact = tables.get(wanted);
    if (exact != null) {
      return exact;
    }
    List<SchemaObject> close =
        tables.values().stream().filter(table -> table.simpleName().equals(wanted)).toList();
    if (close.size() == 1) {
      return close.get(0);
    }
    throw MappingOptions.refused(
        (close.isEmpty() ? "the schema has no table \"" : "the schema has more than one table \"")
            + wanted
            + "\"; its tables are "
            + String.join(", ", tables.keySet()));
  }

  /** Whether a table is that of the schema's {@code root_type}. */
  boolean isRootType(SchemaObject table) {
    return rootName.isPresent() && rootName.get().equals(table.name());
  }
}
