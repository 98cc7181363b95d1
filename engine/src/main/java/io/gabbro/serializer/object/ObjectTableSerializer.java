package io.gabbro.serializer.object;

import io.gabbro.serializer.FieldNames;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.serializer.ValueSerializer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tables over Java objects that any {@link ValueSerializer} writes. A column shows a property: a
 * component of a record, a property of a bean ({@code getX}, {@code isX} for booleans, {@code
 * setX}), or a public field; a path with dots leads into the objects in properties. A null on the
 * way is NULL. A property that holds an Optional is that which is in it.
 *
 * <table>
 * <caption>Types of Java and the columns that hold them, the usual one first</caption>
 * <tr><th>Java</th><th>columns</th></tr>
 * <tr><td>boolean</td><td>BOOLEAN</td></tr>
 * <tr><td>byte</td><td>TINYINT, any wider integer, NUMERIC with 3 digits in front of the point,
 *     REAL, DOUBLE PRECISION</td></tr>
 * <tr><td>short</td><td>SMALLINT, any wider integer, NUMERIC with 5 digits in front of the point,
 *     REAL, DOUBLE PRECISION</td></tr>
 * <tr><td>int</td><td>INTEGER, BIGINT, NUMERIC with 10 digits in front of the point, DOUBLE
 *     PRECISION</td></tr>
 * <tr><td>long</td><td>BIGINT, NUMERIC with 19 digits in front of the point</td></tr>
 * <tr><td>float</td><td>REAL, DOUBLE PRECISION</td></tr>
 * <tr><td>double</td><td>DOUBLE PRECISION</td></tr>
 * <tr><td>BigDecimal</td><td>NUMERIC(38,10), any other NUMERIC, TEXT, which alone holds all</td></tr>
 * <tr><td>BigInteger</td><td>NUMERIC(38,0), any other NUMERIC, TEXT, which alone holds all</td></tr>
 * <tr><td>String</td><td>TEXT</td></tr>
 * <tr><td>char</td><td>TEXT, VARCHAR</td></tr>
 * <tr><td>an enum, by the name of the constant</td><td>TEXT, VARCHAR as long as the longest
 *     name</td></tr>
 * <tr><td>byte[]</td><td>BYTEA</td></tr>
 * <tr><td>UUID</td><td>UUID</td></tr>
 * <tr><td>LocalDate</td><td>DATE</td></tr>
 * <tr><td>LocalTime</td><td>TIME</td></tr>
 * <tr><td>LocalDateTime</td><td>TIMESTAMP</td></tr>
 * <tr><td>Instant, OffsetDateTime, java.util.Date</td><td>TIMESTAMP WITH TIME ZONE</td></tr>
 * <tr><td>collections, maps, other arrays</td><td>TEXT: JSON, only read</td></tr>
 * </table>
 *
 * <p>A value that its column does not hold, such as a BigDecimal with more digits, makes a bad row,
 * as does an object that does not deserialize or a getter that fails. Columns hold whole
 * microseconds; what is finer in a value is not shown.
 *
 * <p>New objects come from the canonical constructor of a record, with null, 0 and false for
 * components that no column shows, or from the constructor without parameters and the setters of a
 * bean. An object in a property is null when all of its columns are NULL. A changed row is the old
 * object with those properties changed whose columns differ, so that all else stays as it is, even
 * what a column does not show of its property; when none differs, the bytes stay. When all columns
 * of an object in a property are NULL, and they show all that is in it, the property becomes null.
 *
 * <p>A column of JSON, or of a property without setter, is NULL in an INSERT and does not change in
 * an UPDATE.
 */
public final class ObjectTableSerializer implements TableSerializer {
  private final String name;
  private final List<String> options;
  private final Function<MappingOptions, ValueSerializer<?>> serializers;

  /**
   * Tables over one kind of serializer.
   *
   * @param name the name behind {@code USING}
   * @param options the names of the options that {@code serializers} reads
   * @param serializers the serializer of a table by its options; it throws {@code
   *     INVALID_TABLE_DEFINITION} when they lead to none
   */
  public ObjectTableSerializer(
      String name, List<String> options, Function<MappingOptions, ValueSerializer<?>> serializers) {
    this.name = name;
    this.options = List.copyOf(options);
    this.serializers = serializers;
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * All properties that a column can hold. Those of objects in properties get the names of both,
   * such as {@code address_city} for {@code address.city}; where a class is in itself, these end.
   */
  @Override
  public List<ValueField> fields(MappingOptions given) {
    List<ValueField> fields = new ArrayList<>();
    list(serializer(given).type(), "", "", new ArrayDeque<>(), fields);
    if (fields.isEmpty()) {
      throw MappingOptions.refused(
          serializer(given).type().getTypeName() + " has no fields that a column can hold");
    }
    return fields;
  }

  private static void list(
      Class<?> type, String column, String path, Deque<Class<?>> around, List<ValueField> fields) {
    around.push(type);
    for (Property property : ObjectShape.of(type).properties()) {
      String columnName = column + FieldNames.columnName(property.name());
      String propertyPath = path + property.name();
      Class<?> inner = property.rawType();
      Optional<LeafType> leaf = LeafType.of(inner);
      if (leaf.isPresent()) {
        fields.add(
            new ValueField(columnName, leaf.get().columnType(), propertyPath, Optional.empty()));
      } else if (ObjectShape.hasProperties(inner) && !around.contains(inner)) {
        list(inner, columnName + "_", propertyPath + ".", around, fields);
      }
    }
    around.pop();
  }

  @Override
  public ValueMapping map(List<ValueField> fields, MappingOptions given) {
    ValueSerializer<?> serializer = serializer(given);
    List<MappedField> mapped =
        fields.stream().map(field -> MappedField.of(field, serializer.type())).toList();
    return new ObjectMapping<>(serializer, mapped);
  }

  private ValueSerializer<?> serializer(MappingOptions given) {
    given.requireKnown(options);
    return serializers.apply(given);
  }
}
