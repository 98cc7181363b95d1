package io.gabbro.catalog;

import io.gabbro.key.KeyEncoding;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.ValueField;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a mapped table: those that its statement lists, or where it lists none, or only
 * those of the key, the ones that its serializer knows.
 *
 * @param columns the columns
 * @param primaryKey the columns of the key
 */
record MappedColumns(List<Column> columns, List<KeyColumn> primaryKey) {

  static MappedColumns of(
      TableMapping mapping,
      List<Column> listed,
      List<KeyColumn> listedKey,
      TableFormatFactory formats) {
    List<Column> columns = new ArrayList<>(listed);
    List<KeyColumn> key = new ArrayList<>(listedKey);
    if (listed.size() > listedKey.size()) {
      return new MappedColumns(columns, key);
    }
    Set<String> names = new HashSet<>();
    listed.forEach(column -> names.add(column.name()));
    if (listed.isEmpty()) {
      for (SqlType type : keyTypes(mapping.options())) {
        key.add(new KeyColumn(columns.size(), false));
        String name = columns.isEmpty() ? "key" : "key" + (columns.size() + 1);
        columns.add(column(columns.size() + 1, unused(name, names), type, Optional.empty()));
      }
    }
    for (ValueField field : formats.fields(mapping)) {
      columns.add(
          column(
              columns.size() + 1,
              unused(field.name(), names),
              field.type(),
              Optional.of(field.path()).filter(path -> !path.equals(field.name()))));
    }
    return new MappedColumns(columns, key);
  }

  private static Column column(int id, String name, SqlType type, Optional<String> path) {
    return new Column(
        id, name, type, false, Optional.empty(), Optional.empty(), path, Optional.empty());
  }

  /** A name that no column has yet; the key comes first and may take that of a field. */
  private static String unused(String wanted, Set<String> names) {
    String name = wanted;
    while (!names.add(name)) {
      name = name + "_";
    }
    return name;
  }

  private static List<SqlType> keyTypes(MappingOptions options) {
    String text = options.text(MappingOptions.KEY).orElse(KeyEncoding.BYTES.toString());
    List<SqlType> types = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      types.add(
          switch (KeyEncoding.named(name.strip()).orElse(KeyEncoding.ORDERED)) {
            case STRING -> SqlType.TEXT;
            case BYTES -> SqlType.BYTEA;
            case INT, BIG_ENDIAN_INT, LITTLE_ENDIAN_INT -> SqlType.INTEGER;
            case LONG, UNSIGNED_LONG, BIG_ENDIAN_LONG, LITTLE_ENDIAN_LONG -> SqlType.BIGINT;
            case UUID -> SqlType.UUID;
            case INSTANT -> SqlType.TIMESTAMP_WITH_TIME_ZONE;
            case ORDERED ->
                throw MappingOptions.refused(
                    "without a list of columns, option \"key\" says what the key is: string, bytes,"
                        + " int, long, …, not "
                        + name.strip().toLowerCase(Locale.ROOT));
          });
    }
    return types;
  }
}
