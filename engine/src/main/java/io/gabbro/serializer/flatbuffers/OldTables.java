package io.gabbro.serializer.flatbuffers;

import io.gabbro.bytes.LittleEndian;

/** Which fields the tables of an old value have. The value has been verified. Not thread-safe. */
final class OldTables {
  /** The position of a table that does not exist. */
  static final int NO_TABLE = 0;

  private final FlatBufferSchema schema;
  private final ValueBytes value;

  /** {@code value}: what is set to each old value. */
  OldTables(FlatBufferSchema schema, ValueBytes value) {
    this.schema = schema;
    this.value = value;
  }

  /** Where a field lies; 0 for nowhere. */
  int place(SchemaField field, int table) {
    return table == NO_TABLE
        ? 0
        : value.field(table, field.offset(), schema.inlineSize(field.type()));
  }

  /**
   * Refuses a table with fields that the schema does not know.
   *
   * @throws io.gabbro.error.GabbroException {@code SERIALIZATION} when there is one
   */
  void requireKnown(SchemaObject type, int table) {
    if (hasUnknown(type, table)) {
      throw ObjectCopier.lost(
          "it has fields that " + type.simpleName() + " of the schema does not have");
    }
  }

  private boolean hasUnknown(SchemaObject type, int table) {
    int vtable = table - LittleEndian.getInt(value.bytes(), table);
    int length = LittleEndian.getShort(value.bytes(), vtable) & 0xFFFF;
    int known = 2 * Short.BYTES + Short.BYTES * type.fields().size();
    for (int slot = known; slot < length; slot += Short.BYTES) {
      if (LittleEndian.getShort(value.bytes(), vtable + slot) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a table has a value that no column covers, and that would be gone without it. */
  boolean hasUncovered(TableTemplate template, int table) {
    return hasUnknown(template.type(), table)
        || template.type().fields().stream().anyMatch(field -> isUncovered(template, field, table));
  }

  private boolean isUncovered(TableTemplate template, SchemaField field, int table) {
    int place = place(field, table);
    TableTemplate.Cover cover = template.cover(field);
    if (cover == null) {
      // An absent field has its default only as long as its table is there.
      return place != 0 || (field.hasDefault() && !field.deprecated());
    }
    return place != 0
        && ((cover instanceof TableTemplate.Cover.Struct struct && !isWhole(struct, field))
            || (cover instanceof TableTemplate.Cover.Nested nested
                && hasUncovered(nested.table(), value.follow(place))));
  }

  /** Whether columns cover all of a struct. */
  boolean isWhole(TableTemplate.Cover.Struct struct, SchemaField field) {
    int covered = struct.parts().stream().mapToInt(part -> part.base().width()).sum();
    return covered == schema.scalarBytes(field.type());
  }
}
