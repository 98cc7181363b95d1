package io.gabbro.serializer.flatbuffers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which fields of a table columns cover. Built once, then only read.
 *
 * <p>Columns that cannot be written leave their fields uncovered.
 */
final class TableTemplate {
  /** What a field gets its value from. */
  sealed interface Cover {
    /** A column, by its number. */
    record Column(int column) implements Cover {}

    /** A table of its own. */
    record Nested(TableTemplate table) implements Cover {}

    /** Columns that hold fields of a struct. */
    record Struct(List<Part> parts) implements Cover {}
  }

  /**
   * A field of a struct.
   *
   * @param column the number of its column
   * @param offset where it lies in the outermost struct
   * @param base its type
   */
  record Part(int column, int offset, BaseType base) {}

  private final SchemaObject type;
  private final Cover[] covers;
  private final List<SchemaField> order;
  private final List<Integer> columns = new ArrayList<>();

  /** A template of a table of which no field is covered. */
  TableTemplate(FlatBufferSchema schema, SchemaObject type) {
    this.type = type;
    covers = new Cover[type.fields().size()];
    Comparator<SchemaField> byAlignment =
        Comparator.comparingInt(field -> schema.inlineAlignment(field.type()));
    order = type.fields().stream().sorted(byAlignment.reversed()).toList();
  }

  /** The template of a root table. */
  static TableTemplate of(FlatBufferSchema schema, SchemaObject root, List<MappedField> fields) {
    TableTemplate template = new TableTemplate(schema, root);
    for (int column = 0; column < fields.size(); column++) {
      if (isWritable(fields.get(column))) {
        template.cover(schema, fields.get(column), 0, column);
      }
    }
    return template;
  }

  /** Whether a field can be built from its column. */
  static boolean isWritable(MappedField field) {
    FieldType type = field.type();
    boolean inUnion = field.path().steps().stream().anyMatch(step -> step.member() != 0);
    boolean scalar = type.base().isScalar() && type.base() != BaseType.UTYPE;
    return !inUnion && (scalar || type.base() == BaseType.STRING || isWritableVector(field));
  }

  /** Whether a column holds a vector from which it can be built. */
  static boolean isWritableVector(MappedField field) {
    return field.isBinary()
        || (VectorEncoder.writes(field.type()) && field.column().type().kind().isCharacter());
  }

  private void cover(FlatBufferSchema schema, MappedField field, int depth, int column) {
    columns.add(column);
    List<FieldPath.Step> steps = field.path().steps();
    SchemaField own = steps.get(depth).field();
    if (depth == steps.size() - 1) {
      covers[own.id()] = new Cover.Column(column);
      return;
    }
    if (schema.isStruct(own.type())) {
      if (covers[own.id()] == null) {
        covers[own.id()] = new Cover.Struct(new ArrayList<>());
      }
      int offset =
          steps.subList(depth + 1, steps.size()).stream()
              .mapToInt(step -> step.field().offset())
              .sum();
      ((Cover.Struct) covers[own.id()]).parts().add(new Part(column, offset, field.type().base()));
      return;
    }
    if (covers[own.id()] == null) {
      covers[own.id()] = new Cover.Nested(new TableTemplate(schema, schema.object(own.type())));
    }
    ((Cover.Nested) covers[own.id()]).table().cover(schema, field, depth + 1, column);
  }

  SchemaObject type() {
    return type;
  }

  /** What covers a field; null for nothing. */
  Cover cover(SchemaField field) {
    return covers[field.id()];
  }

  /** The fields in the order in which they are built: those of the widest alignment first. */
  List<SchemaField> order() {
    return order;
  }

  /** The columns in it and in the tables in it. */
  List<Integer> columns() {
    return columns;
  }

  /** Whether all of its own columns can be NULL while it is present. */
  boolean holdsNulls() {
    return type.fields().stream()
        .noneMatch(
            field ->
                covers[field.id()] instanceof Cover.Column
                    && (field.hasDefault() || field.required()));
  }
}
