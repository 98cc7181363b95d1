package io.gabbro.serializer.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds tables: covered fields from columns, others as they are in an old value. Not thread-safe.
 */
final class TableEncoder {
  private final FlatBufferBuilder builder;
  private final FlatBufferSchema schema;
  private final List<MappedField> fields;
  private final ScalarEncoder[] scalars;
  private final VectorEncoder vectors;
  private final ObjectCopier copier;
  private final Map<SchemaObject, TableTemplate> uncovered = new HashMap<>();
  private final ValueBytes old = new ValueBytes();
  private final OldTables oldTables;
  private boolean[] kept;
  private ColumnVector[] columns;
  private int row;

  TableEncoder(
      FlatBufferBuilder builder,
      FlatBufferSchema schema,
      List<MappedField> fields,
      ColumnTypes types) {
    this.builder = builder;
    this.schema = schema;
    this.fields = fields;
    oldTables = new OldTables(schema, old);
    vectors = new VectorEncoder(builder, schema);
    scalars = new ScalarEncoder[fields.size()];
    Arrays.setAll(
        scalars,
        index -> {
          MappedField field = fields.get(index);
          return new ScalarEncoder(
              field, types.isNamed(field.type()) ? schema.enumOf(field.type()) : null);
        });
    copier =
        new ObjectCopier(
            builder,
            schema,
            (type, table) ->
                encode(
                    uncovered.computeIfAbsent(type, key -> new TableTemplate(schema, key)), table));
  }

  /**
   * Starts a value.
   *
   * @param vectorsOfFields one a field
   * @param keptFields the fields that are to be copied from the old value
   */
  void begin(ColumnVector[] vectorsOfFields, int rowOfFields, boolean[] keptFields) {
    columns = vectorsOfFields;
    row = rowOfFields;
    kept = keptFields;
  }

  /** Sets the old value, which has been verified, and returns the position of its root table. */
  int beginOld(byte[] bytes, int from, int to) {
    old.set(bytes, from, to);
    copier.begin(old);
    return old.root();
  }

  /**
   * Adds a table.
   *
   * @param oldTable the position of the old one, or {@link OldTables#NO_TABLE}
   * @return its offset in the builder
   */
  int encode(TableTemplate template, int oldTable) {
    SchemaObject type = template.type();
    if (oldTable != OldTables.NO_TABLE) {
      oldTables.requireKnown(type, oldTable);
    }
    int[] offsets = new int[type.fields().size()];
    for (SchemaField field : type.fields()) {
      if (!isInline(field.type())) {
        offsets[field.id()] = child(template, field, oldTable);
        if (field.required() && offsets[field.id()] == 0) {
          throw refused("field " + type.simpleName() + "." + field.name() + " is required");
        }
      }
    }
    builder.startTable(offsets.length);
    for (SchemaField field : template.order()) {
      if (offsets[field.id()] != 0) {
        builder.addOffset(field.id(), offsets[field.id()], 0);
      } else if (schema.isStruct(field.type())) {
        struct(template, field, oldTable);
      } else if (field.type().base().isScalar()) {
        scalar(template, field, oldTable);
      }
    }
    return builder.endTable();
  }

  private boolean isInline(FieldType type) {
    return type.base().isScalar() || schema.isStruct(type);
  }

  private static GabbroException refused(String problem) {
    return new GabbroException(ErrorCode.SERIALIZATION, problem);
  }

  private int child(TableTemplate template, SchemaField field, int oldTable) {
    int place = oldTables.place(field, oldTable);
    TableTemplate.Cover cover = template.cover(field);
    if (cover instanceof TableTemplate.Cover.Nested nested) {
      return nested(nested.table(), field, place == 0 ? OldTables.NO_TABLE : old.follow(place));
    }
    if (cover instanceof TableTemplate.Cover.Column column && !kept[column.column()]) {
      return bytes(column.column());
    }
    if (place == 0) {
      return 0;
    }
    boolean union =
        field.type().base() == BaseType.UNION || field.type().element() == BaseType.UNION;
    return union ? copier.copyUnion(field, oldTable, place) : copier.copy(field.type(), place);
  }

  private int bytes(int column) {
    BytesVector vector = (BytesVector) columns[column];
    if (vector.isNull(row)) {
      return 0;
    }
    MappedField field = fields.get(column);
    if (field.isBinary()) {
      return builder.createByteVector(vector.data(), vector.start(row), vector.length(row));
    }
    return field.type().base() == BaseType.STRING
        ? builder.createString(
            ByteBuffer.wrap(vector.data(), vector.start(row), vector.length(row)))
        : vectors.encode(field, vector, row);
  }

  /** A table is there when a column of it is not NULL; an old one stays where it can. */
  private int nested(TableTemplate template, SchemaField field, int oldTable) {
    if (template.columns().stream().anyMatch(column -> !columns[column].isNull(row))) {
      return encode(template, oldTable);
    }
    if (oldTable == OldTables.NO_TABLE) {
      return 0;
    }
    if (template.holdsNulls()) {
      return encode(template, oldTable);
    }
    if (oldTables.hasUncovered(template, oldTable)) {
      throw ObjectCopier.lost(
          "all columns of " + field.name() + " are NULL, but it has other fields");
    }
    return 0;
  }

  private void struct(TableTemplate template, SchemaField field, int oldTable) {
    int place = oldTables.place(field, oldTable);
    SchemaObject type = schema.object(field.type());
    byte[] bytes = new byte[type.byteSize()];
    if (place != 0) {
      System.arraycopy(old.bytes(), place, bytes, 0, bytes.length);
    }
    if (template.cover(field) instanceof TableTemplate.Cover.Struct struct) {
      if (struct.parts().stream().allMatch(part -> columns[part.column()].isNull(row))) {
        if (place != 0 && !oldTables.isWhole(struct, field)) {
          throw ObjectCopier.lost(
              "all columns of " + field.name() + " are NULL, but it has other fields");
        }
        return;
      }
      for (TableTemplate.Part part : struct.parts()) {
        if (columns[part.column()].isNull(row)) {
          throw refused(
              fields.get(part.column())
                  + " cannot be NULL when others of "
                  + field.name()
                  + " are not");
        }
        long bits = scalars[part.column()].bits(columns[part.column()], row);
        part.base().write(bytes, part.offset(), bits);
      }
    } else if (place == 0) {
      return;
    }
    builder.prep(type.alignment(), bytes.length);
    for (int index = bytes.length - 1; index >= 0; index--) {
      builder.putByte(bytes[index]);
    }
    builder.slot(field.id());
  }

  private void scalar(TableTemplate template, SchemaField field, int oldTable) {
    BaseType base = field.type().base();
    if (template.cover(field) instanceof TableTemplate.Cover.Column column) {
      ColumnVector vector = columns[column.column()];
      if (!vector.isNull(row)) {
        long bits = scalars[column.column()].bits(vector, row);
        if (field.optional() || bits != field.defaultBits()) {
          put(field, bits);
        }
      } else if (field.hasDefault()) {
        throw refused(fields.get(column.column()) + " cannot be NULL: the field is not optional");
      }
      return;
    }
    int place = oldTables.place(field, oldTable);
    if (place != 0) {
      put(field, base.read(old.bytes(), place));
    }
  }

  private void put(SchemaField field, long bits) {
    switch (field.type().base().width()) {
      case 1 -> builder.addByte((byte) bits);
      case 2 -> builder.addShort((short) bits);
      case 4 -> builder.addInt((int) bits);
      default -> builder.addLong(bits);
    }
    builder.slot(field.id());
  }
}
