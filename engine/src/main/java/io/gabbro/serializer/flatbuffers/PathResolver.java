package io.gabbro.serializer.flatbuffers;

import io.gabbro.serializer.FieldNames;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the fields that columns map. */
final class PathResolver {
  private final FlatBufferSchema schema;
  private final SchemaObject root;
  private final ColumnTypes types;

  PathResolver(FlatBufferSchema schema, SchemaObject root, ColumnTypes types) {
    this.schema = schema;
    this.root = root;
    this.types = types;
  }

  /**
   * The fields of columns.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when one does not
   *     exist, does not fit into its column, or contains another or is another one's too
   */
  List<MappedField> resolve(List<ValueField> columns) {
    List<MappedField> mapped = new ArrayList<>();
    for (ValueField column : columns) {
      if (column.place().isPresent()) {
        throw MappingOptions.refused(
            "column \"" + column.name() + "\" names a place, but FlatBuffers have fields");
      }
      MappedField field = new MappedField(column, new FieldPath(schema, steps(column.path())));
      checkType(field);
      mapped.stream()
          .filter(other -> overlap(other.path(), field.path()))
          .findFirst()
          .ifPresent(
              other -> {
                throw MappingOptions.refused(
                    "columns \""
                        + other.column().name()
                        + "\" and \""
                        + column.name()
                        + "\" overlap: they map "
                        + other.path()
                        + " and "
                        + field.path());
              });
      mapped.add(field);
    }
    return mapped;
  }

  private static boolean overlap(FieldPath left, FieldPath right) {
    int common = Math.min(left.steps().size(), right.steps().size());
    for (int index = 0; index < common; index++) {
      FieldPath.Step one = left.steps().get(index);
      FieldPath.Step other = right.steps().get(index);
      if (!one.field().equals(other.field()) || one.member() != other.member()) {
        return false;
      }
    }
    return true;
  }

  private void checkType(MappedField field) {
    FieldType type = field.type();
    if (type.base() == BaseType.UNION) {
      Collection<String> members = schema.enumOf(type).byName().keySet();
      throw MappingOptions.refused(
          field.column().path()
              + " is a union: name a field of one of its members, such as "
              + field.column().path()
              + ".Member.field; they are "
              + String.join(", ", members));
    }
    if (!types.fits(type, field.column().type())) {
      throw MappingOptions.refused(
          "column \""
              + field.column().name()
              + "\" has type "
              + field.column().type()
              + ", but field "
              + field.path()
              + " is of type "
              + types.describe(type)
              + ", which needs "
              + types.fitting(type));
    }
  }

  private List<FieldPath.Step> steps(String path) {
    List<FieldPath.Step> steps = new ArrayList<>();
    SchemaObject owner = root;
    List<String> parts = FieldNames.parts(path);
    for (int index = 0; index < parts.size(); index++) {
      if (owner == null) {
        throw MappingOptions.refused(
            "\"" + path + "\": " + steps.get(steps.size() - 1).field().name() + " has no fields");
      }
      String name = FieldNames.find(parts.get(index), owner.byName().keySet(), owner.simpleName());
      SchemaField field = owner.byName().get(name);
      int member = 0;
      SchemaObject next = isObject(field.type()) ? schema.object(field.type()) : null;
      if (field.type().base() == BaseType.UNION && index + 1 < parts.size()) {
        SchemaEnum.Value value = member(field, parts.get(++index), path, index + 1 < parts.size());
        member = (int) value.number();
        next = schema.object(value.member());
      }
      steps.add(new FieldPath.Step(owner, field, member));
      owner = next;
    }
    return steps;
  }

  private SchemaEnum.Value member(SchemaField field, String name, String path, boolean goesOn) {
    SchemaEnum union = schema.enumOf(field.type());
    SchemaEnum.Value value =
        union.byName().get(FieldNames.find(name, union.byName().keySet(), union.name()));
    if (!schema.isTable(value.member()) || !goesOn) {
      throw MappingOptions.refused(
          "\"" + path + "\" must name a field of a table in the union " + union.name());
    }
    return value;
  }

  private static boolean isObject(FieldType type) {
    return type.base() == BaseType.OBJECT;
  }
}
