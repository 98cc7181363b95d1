package io.gabbro.serializer.flatbuffers;

import io.gabbro.error.GabbroException;
import io.gabbro.serializer.FieldNames;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the columns of a table that its schema implies. */
final class FieldList {
  private static final int MAX_COLUMNS = 1600;

  /** Tables without fields of their own would else mean endless work. */
  private static final int MAX_OBJECTS = 10 * MAX_COLUMNS;

  private final FlatBufferSchema schema;
  private final ColumnTypes types;
  private final List<ValueField> fields = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** The tables that are being listed, from the root on. */
  private final Deque<SchemaObject> owners = new ArrayDeque<>();

  private int objects;

  private FieldList(FlatBufferSchema schema, ColumnTypes types) {
    this.schema = schema;
    this.types = types;
  }

  /**
   * The fields of a table, with those of its structs and tables in their places.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when they are too
   *     many, or two of them have the same name
   */
  static List<ValueField> of(FlatBufferSchema schema, SchemaObject root, ColumnTypes types) {
    FieldList list = new FieldList(schema, types);
    list.add(root, "", "");
    return list.fields;
  }

  private void add(SchemaObject owner, String namePrefix, String pathPrefix) {
    if (++objects > MAX_OBJECTS) {
      throw tooMany();
    }
    owners.push(owner);
    for (SchemaField field : owner.fields()) {
      if (field.deprecated() || field.type().base() == BaseType.UNION) {
        continue;
      }
      String name = namePrefix + FieldNames.columnName(field.name());
      String path = pathPrefix + field.name();
      if (field.type().base() != BaseType.OBJECT) {
        add(new ValueField(name, types.natural(field.type()), path, Optional.empty()));
      } else if (owners.size() < FlatBufferVerifier.MAX_DEPTH
          && !owners.contains(schema.object(field.type()))) {
        add(schema.object(field.type()), name + "_", path + ".");
      }
    }
    owners.pop();
  }

  private void add(ValueField field) {
    if (!names.add(field.name())) {
      throw MappingOptions.refused(
          "two fields would be the column \"" + field.name() + "\"; list the columns of the table");
    }
    if (fields.size() == MAX_COLUMNS) {
      throw tooMany();
    }
    fields.add(field);
  }

  private static GabbroException tooMany() {
    return MappingOptions.refused(
        "the schema has more than " + MAX_COLUMNS + " fields; list the columns of the table");
  }
}
