package io.gabbro.catalog;

import io.gabbro.ast.ColumnDefinition;
import io.gabbro.ast.ColumnSource;
import io.gabbro.ast.Statement;
import io.gabbro.ast.StatementOption;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.parser.AstFormatter;
import io.gabbro.serializer.FixedPlace;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer.FileSource;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.type.TypeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From CREATE TABLE, and from changes of a table, to table definitions. Thread-safe. */
public final class TableBuilder {
  /** The greatest number of columns of a table. */
  public static final int MAX_COLUMNS = 1600;

  private final TableFormatFactory formats;

  /** A builder of tables with these formats. */
  public TableBuilder(TableFormatFactory formats) {
    this.formats = formats;
  }

  /**
   * A new table.
   *
   * @param id a number that no table had before
   * @param files reads the files that options of a mapped table name
   * @throws GabbroException {@code DUPLICATE_COLUMN}, {@code INVALID_TABLE_DEFINITION}, {@code
   *     UNDEFINED_TYPE} or {@code UNDEFINED_COLUMN}
   */
  public TableDefinition create(int id, Statement.CreateTable statement, FileSource files) {
    Optional<TableMapping> mapping =
        statement.mapping().map(written -> formats.resolve(mapping(written), files));
    List<Column> columns = columns(statement);
    List<KeyColumn> key = primaryKey(statement, columns);
    if (mapping.isPresent()) {
      MappedColumns mapped = MappedColumns.of(mapping.get(), columns, key, formats);
      columns = mapped.columns();
      key = mapped.primaryKey();
    }
    return first(id, statement, columns, key, mapping);
  }

  /**
   * A table as its stored definition says, which lists all of its columns. Whether a mapped one can
   * be used is found out when it is.
   */
  public TableDefinition stored(int id, Statement.CreateTable statement) {
    List<Column> columns = columns(statement);
    return first(
        id,
        statement,
        columns,
        primaryKey(statement, columns),
        statement.mapping().map(TableBuilder::mapping));
  }

  /** A table in its first version. */
  private TableDefinition first(
      int id,
      Statement.CreateTable statement,
      List<Column> columns,
      List<KeyColumn> key,
      Optional<TableMapping> mapping) {
    if (columns.isEmpty()) {
      throw GabbroException.at(
          statement.position(),
          ErrorCode.INVALID_TABLE_DEFINITION,
          "a table needs at least one column");
    }
    List<Column> checked = withKeyNotNull(columns, key);
    return build(
        id,
        nameOf(statement.name()),
        checked,
        key,
        List.of(new SchemaVersion(1, stored(checked, key))),
        mapping);
  }

  private static TableMapping mapping(io.gabbro.ast.TableMapping written) {
    Map<String, String> options = new LinkedHashMap<>();
    for (StatementOption option : written.options()) {
      if (options.putIfAbsent(option.name().name(), option.value().orElse("")) != null) {
        throw GabbroException.at(
            option.name().position(),
            ErrorCode.INVALID_TABLE_DEFINITION,
            "option \"" + option.name().name() + "\" is given twice");
      }
    }
    return new TableMapping(written.serializer().name(), new MappingOptions(options));
  }

  /** The full name of a table that a statement names. */
  public static TableName nameOf(io.gabbro.ast.QualifiedName name) {
    return new TableName(
        name.schema().map(io.gabbro.ast.Identifier::name).orElse(TableName.DEFAULT_SCHEMA),
        name.name().name());
  }

  /** A table from its parts. */
  TableDefinition build(
      int id,
      TableName name,
      List<Column> columns,
      List<KeyColumn> key,
      List<SchemaVersion> versions,
      Optional<TableMapping> mapping) {
    TableFormat format =
        mapping
            .map(mapped -> formats.createMapped(name, mapped, columns, key))
            .orElseGet(() -> formats.create(id, columns, key, versions));
    return new TableDefinition(id, name, columns, key, format, mapping);
  }

  /** An equal table with a format of its own. */
  public TableDefinition rebuilt(TableDefinition table) {
    return numbered(table, table.id());
  }

  /** The same table with another number and a format of its own. */
  public TableDefinition numbered(TableDefinition table, int id) {
    return build(
        id,
        table.name(),
        table.columns(),
        table.primaryKey(),
        table.format().versions(),
        table.mapping());
  }

  /** The same table with a new name. */
  public TableDefinition renamed(TableDefinition table, TableName name) {
    return new TableDefinition(
        table.id(),
        name,
        table.columns(),
        table.primaryKey(),
        table.format(),
        table
            .mapping()
            .map(
                mapping ->
                    new TableMapping(
                        mapping.serializer(),
                        mapping
                            .options()
                            .with(MappingOptions.COLUMN_FAMILY, table.format().columnFamily()))));
  }

  /** The same table with other columns; their layout becomes a new schema version. */
  public TableDefinition withColumns(
      TableDefinition table, List<Column> columns, List<KeyColumn> key) {
    List<SchemaVersion> versions = table.format().versions();
    if (table.mapping().isEmpty()) {
      SchemaVersion newest = versions.get(versions.size() - 1);
      List<SchemaVersion.StoredColumn> stored = stored(columns, key);
      if (!stored.equals(newest.columns())) {
        versions =
            Stream.concat(
                    versions.stream(), Stream.of(new SchemaVersion(newest.version() + 1, stored)))
                .toList();
      }
    }
    return build(table.id(), table.name(), columns, key, versions, table.mapping());
  }

  /** The id of the next column of a table: greater than all that it ever had. */
  public static int nextColumnId(TableDefinition table) {
    Stream<Integer> past =
        table.format().versions().stream()
            .flatMap(version -> version.columns().stream())
            .map(SchemaVersion.StoredColumn::columnId);
    Stream<Integer> present = table.columns().stream().map(Column::id);
    return 1 + Stream.concat(past, present).mapToInt(Integer::intValue).max().orElse(0);
  }

  /** A column as defined; its missing value is empty. */
  public static Column column(int id, ColumnDefinition definition) {
    SqlType type;
    try {
      type = TypeNames.resolve(definition.type().name(), definition.type().arguments());
    } catch (GabbroException e) {
      throw e.orAt(definition.type().position());
    }
    if (type.kind() == TypeKind.INTERVAL) {
      throw GabbroException.at(
          definition.type().position(), ErrorCode.UNSUPPORTED, "a column of type interval");
    }
    return new Column(
        id,
        definition.name().name(),
        type,
        definition.notNull(),
        definition.defaultValue().map(AstFormatter::format),
        Optional.empty(),
        definition.source().flatMap(ColumnSource::path),
        definition
            .source()
            .flatMap(
                source ->
                    source.offset().map(offset -> new FixedPlace(offset, source.littleEndian()))));
  }

  private static List<Column> columns(Statement.CreateTable statement) {
    if (statement.columns().size() > MAX_COLUMNS) {
      throw GabbroException.at(statement.position(), ErrorCode.TOO_MANY_COLUMNS, MAX_COLUMNS);
    }
    Set<String> names = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (ColumnDefinition definition : statement.columns()) {
      String name = definition.name().name();
      if (!names.add(name)) {
        throw GabbroException.at(definition.name().position(), ErrorCode.DUPLICATE_COLUMN, name);
      }
      if (definition.source().isPresent() && statement.mapping().isEmpty()) {
        throw GabbroException.at(
            definition.position(),
            ErrorCode.INVALID_TABLE_DEFINITION,
            "column \"" + name + "\": PATH and AT belong to tables with USING");
      }
      columns.add(column(columns.size() + 1, definition));
    }
    return columns;
  }

  private static List<KeyColumn> primaryKey(Statement.CreateTable statement, List<Column> columns) {
    List<KeyColumn> key = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      if (statement.columns().get(index).primaryKey()) {
        key.add(new KeyColumn(index, false));
      }
    }
    for (io.gabbro.ast.KeyColumn written : statement.primaryKey()) {
      int index = positionOf(columns, written.name());
      if (key.stream().anyMatch(earlier -> earlier.column() == index)) {
        throw GabbroException.at(
            written.name().position(), ErrorCode.DUPLICATE_COLUMN, written.name().name());
      }
      key.add(new KeyColumn(index, written.descending()));
    }
    return key;
  }

  private static int positionOf(List<Column> columns, io.gabbro.ast.Identifier name) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).name().equals(name.name())) {
        return index;
      }
    }
    throw GabbroException.at(name.position(), ErrorCode.UNDEFINED_COLUMN, name.name());
  }

  private static List<Column> withKeyNotNull(List<Column> columns, List<KeyColumn> key) {
    List<Column> checked = new ArrayList<>(columns);
    for (KeyColumn part : key) {
      checked.set(part.column(), columns.get(part.column()).withNotNull());
    }
    return checked;
  }

  private static List<SchemaVersion.StoredColumn> stored(
      List<Column> columns, List<KeyColumn> key) {
    List<SchemaVersion.StoredColumn> stored = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      int position = index;
      if (key.stream().noneMatch(part -> part.column() == position)) {
        Column column = columns.get(index);
        stored.add(new SchemaVersion.StoredColumn(column.id(), column.type()));
      }
    }
    return stored;
  }
}
