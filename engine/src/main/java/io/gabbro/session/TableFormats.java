package io.gabbro.session;

import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.SchemaVersion;
import io.gabbro.catalog.TableFormat;
import io.gabbro.catalog.TableFormatFactory;
import io.gabbro.catalog.TableMapping;
import io.gabbro.catalog.TableName;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.key.KeyEncoding;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer;
import io.gabbro.serializer.TableSerializer.FileSource;
import io.gabbro.serializer.ValueField;
import io.gabbro.serializer.ValueMapping;
import io.gabbro.table.MappedTableFormat;
import io.gabbro.table.NativeTableFormat;
import io.gabbro.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes the formats of a database's tables. */
final class TableFormats implements TableFormatFactory {
  private static final String RESERVED_PREFIX = "gabbro.";

  private final TableSerializers serializers;

  TableFormats(TableSerializers serializers) {
    this.serializers = serializers;
  }

  @Override
  public TableFormat create(
      int tableId, List<Column> columns, List<KeyColumn> primaryKey, List<SchemaVersion> versions) {
    ColumnVector[] missing = new ColumnVector[columns.size()];
    for (int index = 0; index < missing.length; index++) {
      Column column = columns.get(index);
      missing[index] =
          column
              .missingSql()
              .map(sql -> ConstantExpressions.evaluate(sql, column.type()))
              .orElse(null);
    }
    return new NativeTableFormat(tableId, columns, primaryKey, versions, column -> missing[column]);
  }

  @Override
  public TableMapping resolve(TableMapping written, FileSource files) {
    TableSerializer serializer = serializers.require(written.serializer());
    return withLibrary(
        written,
        () -> new TableMapping(serializer.name(), serializer.resolve(written.options(), files)));
  }

  @Override
  public List<ValueField> fields(TableMapping mapping) {
    TableSerializer serializer = serializers.require(mapping.serializer());
    return withLibrary(mapping, () -> serializer.fields(mapping.options()));
  }

  /** The libraries of serializers are optional. */
  private static <T> T withLibrary(TableMapping mapping, Supplier<T> work) {
    try {
      return work.get();
    } catch (NoClassDefFoundError e) {
      throw GabbroException.causedBy(
          e,
          ErrorCode.INVALID_TABLE_DEFINITION,
          "serializer \""
              + mapping.serializer()
              + "\" needs a library that is not on the class path; it has "
              + e.getMessage());
    }
  }

  @Override
  public TableFormat createMapped(
      TableName name, TableMapping mapping, List<Column> columns, List<KeyColumn> primaryKey) {
    MappingOptions options = mapping.options();
    String family = options.text(MappingOptions.COLUMN_FAMILY).orElse(name.name());
    if (family.isEmpty() || family.startsWith(RESERVED_PREFIX)) {
      throw MappingOptions.refused(
          "the column family \"" + family + "\" cannot hold a mapped table");
    }
    return new MappedTableFormat(
        family,
        columns,
        primaryKey,
        keyEncodings(mapping, columns, primaryKey),
        () -> map(mapping, columns, primaryKey),
        serializers::generation);
  }

  private ValueMapping map(TableMapping mapping, List<Column> columns, List<KeyColumn> primaryKey) {
    List<ValueField> fields = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      int position = index;
      if (primaryKey.stream().noneMatch(key -> key.column() == position)) {
        Column column = columns.get(index);
        fields.add(
            new ValueField(
                column.name(), column.type(), column.path().orElse(column.name()), column.place()));
      }
    }
    TableSerializer serializer = serializers.require(mapping.serializer());
    return withLibrary(mapping, () -> serializer.map(fields, mapping.options()));
  }

  private List<KeyEncoding> keyEncodings(
      TableMapping mapping, List<Column> columns, List<KeyColumn> primaryKey) {
    String[] names =
        mapping.options().text(MappingOptions.KEY).map(text -> text.split(",", -1)).orElse(null);
    if (names != null && !primaryKey.isEmpty() && names.length != primaryKey.size()) {
      throw MappingOptions.refused(
          "option \"key\" has "
              + names.length
              + " encodings, the primary key "
              + primaryKey.size()
              + " columns");
    }
    List<KeyEncoding> encodings = new ArrayList<>();
    for (int part = 0; part < primaryKey.size(); part++) {
      Column column = columns.get(primaryKey.get(part).column());
      boolean last = part == primaryKey.size() - 1;
      KeyEncoding encoding =
          names == null
              ? usualEncoding(mapping, column, last)
              : encoding(names[part].strip(), column, last);
      if (primaryKey.get(part).descending() && encoding != KeyEncoding.ORDERED) {
        throw MappingOptions.refused(
            "column \"" + column.name() + "\": keys as " + encoding + " cannot be descending");
      }
      encodings.add(encoding);
    }
    return encodings;
  }

  private KeyEncoding usualEncoding(TableMapping mapping, Column column, boolean last) {
    return serializers
        .find(mapping.serializer())
        .flatMap(serializer -> serializer.keyEncoding(column.type()))
        .map(name -> encoding(name, column, last))
        .orElseGet(() -> checked(KeyEncoding.ofType(column.type(), last), column, last));
  }

  private static KeyEncoding encoding(String name, Column column, boolean last) {
    return checked(
        KeyEncoding.named(name)
            .orElseThrow(
                () ->
                    MappingOptions.refused(
                        "there is no encoding \""
                            + name
                            + "\" of keys, but "
                            + List.of(KeyEncoding.values()))),
        column,
        last);
  }

  private static KeyEncoding checked(KeyEncoding encoding, Column column, boolean last) {
    if (!encoding.suits(column.type())) {
      throw MappingOptions.refused(
          "column \""
              + column.name()
              + "\" of type "
              + column.type()
              + " cannot lie in keys as "
              + encoding);
    }
    if (encoding.needsLastPlace() && !last) {
      throw MappingOptions.refused(
          "column \"" + column.name() + "\": only the last column of a key can lie as " + encoding);
    }
    return encoding;
  }
}
