package io.gabbro.serializer.object;

import io.gabbro.error.GabbroException;
import io.gabbro.serializer.FieldNames;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueField;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * A column and the property that it shows. Immutable and thread-safe.
 *
 * @param field the column
 * @param path the properties that lead to the one shown, and that itself
 * @param leaf how its values lie in the column
 */
record MappedField(ValueField field, List<Property> path, LeafType leaf) {
  /**
   * Resolves the path of a column.
   *
   * @throws GabbroException {@code INVALID_TABLE_DEFINITION} when there is no such property, or the
   *     type of the column does not hold it
   */
  static MappedField of(ValueField field, Class<?> root) {
    if (field.place().isPresent()) {
      throw MappingOptions.refused(
          "column \"" + field.name() + "\" has a place, but objects have fields with names");
    }
    List<Property> path = new ArrayList<>();
    Class<?> owner = root;
    for (String part : FieldNames.parts(field.path())) {
      ObjectShape shape = ObjectShape.of(owner);
      String name = FieldNames.find(part, shape.names(), shape.name());
      Property property = shape.properties().get(shape.names().indexOf(name));
      path.add(property);
      owner = property.rawType();
    }
    return new MappedField(field, List.copyOf(path), leaf(field, path.get(path.size() - 1)));
  }

  private static LeafType leaf(ValueField field, Property property) {
    Class<?> type = property.rawType();
    LeafType leaf =
        LeafType.of(type)
            .orElseThrow(
                () -> {
                  GabbroException error =
                      MappingOptions.refused(
                          "field \""
                              + field.path()
                              + "\" is of "
                              + type.getTypeName()
                              + ", which is no column");
                  return ObjectShape.hasProperties(type)
                      ? error.withHint(
                          "name a field of it, such as "
                              + field.path()
                              + "."
                              + ObjectShape.of(type).names().get(0))
                      : error;
                });
    SqlType column = field.type();
    if (!leaf.fits(column)) {
      throw MappingOptions.refused(
          "column \""
              + field.name()
              + "\" of type "
              + column
              + " does not hold every value of field \""
              + field.path()
              + "\" of "
              + type.getTypeName()
              + ": what fits is "
              + leaf.fitting());
    }
    return leaf;
  }

  /** The property that it shows. */
  Property property() {
    return path.get(path.size() - 1);
  }

  /**
   * Reads it from an object.
   *
   * @throws GabbroException when the value does not fit, or a getter fails
   */
  void read(Object root, ColumnVector target, int row) {
    Object value = root;
    for (int index = 0; index < path.size() && value != null; index++) {
      value = path.get(index).get(value);
    }
    set(value, target, row);
  }

  /**
   * Sets a row to a value of the property.
   *
   * @param value null for NULL
   */
  void set(Object value, ColumnVector target, int row) {
    if (value == null) {
      target.setNull(row);
    } else {
      Values.set(field.type(), target, row, leaf.toColumn(value, field.type()));
    }
  }

  /**
   * The value that the property gets from a row that is not NULL.
   *
   * @throws GabbroException {@code SERIALIZATION} when it has no such value
   */
  Object value(ColumnVector column, int row) {
    try {
      return leaf.fromColumn(Values.get(field.type(), column, row), field.type());
    } catch (GabbroException e) {
      throw e.in("field \"" + field.path() + "\"");
    }
  }
}
