package io.gabbro.serializer.foryrow;

import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tables over rows of Apache Fory's standard row format: {@code USING fory_row}. A scan reads the
 * fields that it needs from the bytes of each row and decodes nothing else.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code class}: the class whose fields the rows have, in the order of their names as Fory
 *       infers it; columns find them by name, with dots for rows in rows. Without it the columns
 *       themselves are the fields, in their order, without those of the key.
 *   <li>{@code hash}: the eight bytes in front of each row as 16 hexadecimal digits, for values
 *       from the {@code encode} of Fory's encoders, which put the hash of the schema there. Values
 *       that start otherwise are bad rows. Without it, values are rows and nothing else.
 * </ul>
 *
 * <table>
 * <caption>Types of rows, the Java types they come from, and the columns that hold them, the usual
 * one first</caption>
 * <tr><th>row</th><th>Java</th><th>columns</th></tr>
 * <tr><td>bool</td><td>boolean</td><td>BOOLEAN</td></tr>
 * <tr><td>int8</td><td>byte</td><td>TINYINT, SMALLINT, INTEGER, BIGINT</td></tr>
 * <tr><td>int16</td><td>short</td><td>SMALLINT, INTEGER, BIGINT</td></tr>
 * <tr><td>int32</td><td>int, OptionalInt</td><td>INTEGER, BIGINT</td></tr>
 * <tr><td>int64</td><td>long, OptionalLong</td><td>BIGINT</td></tr>
 * <tr><td>float32</td><td>float</td><td>REAL, DOUBLE PRECISION</td></tr>
 * <tr><td>float64</td><td>double, OptionalDouble</td><td>DOUBLE PRECISION</td></tr>
 * <tr><td>date32</td><td>LocalDate</td><td>DATE</td></tr>
 * <tr><td>timestamp</td><td>Instant</td><td>TIMESTAMP WITH TIME ZONE, TIMESTAMP</td></tr>
 * <tr><td>utf8</td><td>String, enums</td><td>TEXT</td></tr>
 * <tr><td>decimal(38,18)</td><td>BigDecimal</td><td>NUMERIC(38,18), any NUMERIC; what does not fit
 *     makes a bad row</td></tr>
 * <tr><td>list&lt;int8&gt;</td><td>byte[]</td><td>BYTEA</td></tr>
 * <tr><td>binary</td><td>none</td><td>BYTEA</td></tr>
 * <tr><td>struct</td><td>records, beans</td><td>none; columns for the fields in it</td></tr>
 * <tr><td>other lists, maps</td><td>collections, arrays, maps</td><td>none; an UPDATE keeps
 *     them</td></tr>
 * </table>
 *
 * <p>Without a class, BYTEA is binary, and NUMERIC is a decimal of the scale of the column. UUID,
 * TIME and others have no type in rows, nor have char, BigInteger and other classes of the JDK.
 *
 * <p>New rows have null, or 0 for primitives, in what no column shows. A changed row is the old one
 * with the fields of changed columns replaced; when none changes, its bytes stay. A row in a row is
 * null when all of its columns are NULL, as far as they show all that is in it.
 *
 * <p>Rows do not name their fields. A class or a list of columns that is not the one that a value
 * was written with is only noticed by {@code hash}, or where the bytes do not fit.
 */
public final class ForyRowTableSerializer implements TableSerializer {
  private static final String CLASS = "class";
  private static final String HASH = "hash";

  private final Function<String, Class<?>> classes;

  /**
   * Tables over rows of some classes.
   *
   * @param classes the class of a name, as far as the application allows it; otherwise it throws
   *     {@code INVALID_TABLE_DEFINITION}
   */
  public ForyRowTableSerializer(Function<String, Class<?>> classes) {
    this.classes = classes;
  }

  @Override
  public String name() {
    return ForyRowSerializer.NAME;
  }

  @Override
  public List<ValueField> fields(MappingOptions options) {
    requireKnown(options);
    if (options.text(CLASS).isEmpty()) {
      throw MappingOptions.refused(
          "rows do not name their fields: list the columns, or give OPTIONS (class '…')");
    }
    List<ValueField> fields = new ArrayList<>();
    list(ForyRowSchema.of(classes.apply(options.required(CLASS))), "", "", fields);
    if (fields.isEmpty()) {
      throw MappingOptions.refused(
          options.required(CLASS) + " has no fields that a column can hold");
    }
    return fields;
  }

  @Override
  public boolean fixesColumns(MappingOptions options) {
    return options.text(CLASS).isEmpty();
  }

  private static void list(
      ForyRowSchema schema, String column, String path, List<ValueField> fields) {
    for (ForyRowField field : schema.fields()) {
      if (field.type() instanceof ForyRowType.Struct struct) {
        list(struct.schema(), column + field.name() + "_", path + field.name() + ".", fields);
      } else {
        ColumnTypes.usual(field.type())
            .ifPresent(
                type ->
                    fields.add(
                        new ValueField(
                            column + field.name(), type, path + field.name(), Optional.empty())));
      }
    }
  }

  @Override
  public ValueMapping map(List<ValueField> fields, MappingOptions options) {
    requireKnown(options);
    Optional<String> name = options.text(CLASS);
    ForyRowSchema schema =
        name.isPresent() ? ForyRowSchema.of(classes.apply(name.get())) : schema(fields);
    String owner = name.orElse("the row");
    List<RowColumn> columns =
        fields.stream().map(field -> RowColumn.of(field, schema, owner)).toList();
    return new ForyRowMapping(schema, prefix(options), columns);
  }

  private static ForyRowSchema schema(List<ValueField> fields) {
    List<ForyRowField> shown = new ArrayList<>();
    for (ValueField field : fields) {
      if (field.path().contains(".")) {
        throw MappingOptions.refused(
            "column \""
                + field.name()
                + "\": only with OPTIONS (class '…') rows have rows in them");
      }
      shown.add(new ForyRowField(field.path(), ColumnTypes.of(field), true));
    }
    return ForyRowSchema.of(shown);
  }

  private static byte[] prefix(MappingOptions options) {
    String hash = options.text(HASH).orElse("");
    if (!hash.matches("([0-9a-fA-F]{16})?")) {
      throw MappingOptions.refused(
          "option \"hash\" is the first 8 bytes of the values as 16 hexadecimal digits, not "
              + hash);
    }
    return HexFormat.of().parseHex(hash);
  }

  private static void requireKnown(MappingOptions options) {
    options.requireKnown(List.of(CLASS, HASH));
  }
}
