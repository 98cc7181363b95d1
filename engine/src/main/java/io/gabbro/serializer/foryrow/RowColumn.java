package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.FieldNames;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueField;
import io.gabbro.type.SqlType;
import java.util.List;

/**
 * A column and the field of a row, or of a row in it, that it shows. Immutable and thread-safe.
 *
 * @param field the column
 * @param schemas those of the row and of the rows on the way
 * @param ordinals the position of a field in each; the arrays must not be changed
 * @param places where that field lies in each
 * @param needed the least number of bytes of each
 */
record RowColumn(
    ValueField field, List<ForyRowSchema> schemas, int[] ordinals, int[] places, int[] needed) {
  /**
   * Resolves the path of a column.
   *
   * @throws io.gabbro.error.GabbroException {@code INVALID_TABLE_DEFINITION} when there is no such
   *     field, or its type does not hold it
   */
  static RowColumn of(ValueField field, ForyRowSchema root, String owner) {
    if (field.place().isPresent()) {
      throw MappingOptions.refused(
          "column \"" + field.name() + "\" has a place, but the schema says where fields lie");
    }
    List<String> parts = FieldNames.parts(field.path());
    ForyRowSchema[] schemas = new ForyRowSchema[parts.size()];
    int[] ordinals = new int[parts.size()];
    int[] places = new int[parts.size()];
    int[] needed = new int[parts.size()];
    ForyRowType type = new ForyRowType.Struct(root);
    for (int depth = 0; depth < schemas.length; depth++) {
      if (!(type instanceof ForyRowType.Struct struct)) {
        throw MappingOptions.refused(
            "field \"" + parts.get(depth - 1) + "\" of " + owner + " has no fields");
      }
      ForyRowSchema schema = struct.schema();
      List<String> names = schema.fields().stream().map(ForyRowField::name).toList();
      schemas[depth] = schema;
      ordinals[depth] = schema.ordinal(FieldNames.find(parts.get(depth), names, owner));
      needed[depth] = schema.fixedBytes();
      places[depth] = RowBuilder.place(schema, 0, ordinals[depth]);
      type = schema.fields().get(ordinals[depth]).type();
    }
    RowColumn column = new RowColumn(field, List.of(schemas), ordinals, places, needed);
    ColumnTypes.check(field, type);
    return column;
  }

  /** The field that it shows. */
  ForyRowField shown() {
    int last = ordinals.length - 1;
    return schemas.get(last).fields().get(ordinals[last]);
  }

  /** The type of the column. */
  SqlType type() {
    return field.type();
  }
}
