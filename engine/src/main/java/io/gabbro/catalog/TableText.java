package io.gabbro.catalog;

import io.gabbro.ast.Statement;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entry of a table in the catalog: header lines, an empty line, and the table's CREATE TABLE
 * statement.
 *
 * <pre>
 * id: 3
 * columns: 1 2 4
 * version 1: 2 text, 3 integer
 * version 2: 2 text, 4 numeric(10,2)
 * missing 4: 0.00
 *
 * CREATE TABLE t (id bigint NOT NULL, name text, price numeric(10,2), PRIMARY KEY (id))
 * </pre>
 *
 * The second line has the ids of the columns in the order of the statement; the next ones say what
 * the rows of each schema version hold; the last is the value, as a constant expression, of a
 * column in rows that lack it.
 */
record TableText(
    int id,
    List<Integer> columnIds,
    List<SchemaVersion> versions,
    List<String> missingHeaders,
    String ddl) {

  static String format(TableDefinition table) {
    Stream<String> head =
        Stream.of(
            "id: " + table.id(),
            "columns: "
                + table.columns().stream()
                    .map(column -> Integer.toString(column.id()))
                    .collect(Collectors.joining(" ")));
    Stream<String> versions =
        table.format().versions().stream()
            .map(
                version ->
                    "version "
                        + version.version()
                        + ": "
                        + version.columns().stream()
                            .map(column -> column.columnId() + " " + column.type())
                            .collect(Collectors.joining(", ")));
    Stream<String> missing =
        table.columns().stream()
            .filter(column -> column.missingSql().isPresent())
            .map(column -> "missing " + column.id() + ": " + column.missingSql().get());
    return Stream.of(head, versions, missing)
        .flatMap(lines -> lines)
        .map(line -> line.replace("\\", "\\\\").replace("\n", "\\n"))
        .collect(Collectors.joining("\n", "", "\n\n" + TableDdl.format(table)));
  }

  static TableText parse(String text) {
    int end = text.indexOf("\n\n");
    int id = 0;
    List<Integer> columnIds = new ArrayList<>();
    List<SchemaVersion> versions = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String line : text.substring(0, end).split("\n", -1)) {
      int colon = line.indexOf(": ");
      String name = line.substring(0, colon);
      String value = unescape(line.substring(colon + 2));
      if (name.equals("id")) {
        id = Integer.parseInt(value);
      } else if (name.equals("columns")) {
        for (String column : value.split(" ", -1)) {
          columnIds.add(Integer.valueOf(column));
        }
      } else if (name.startsWith("version ")) {
        versions.add(version(Integer.parseInt(name.substring("version ".length())), value));
      } else if (name.startsWith("missing ")) {
        missing.add(name.substring("missing ".length()) + " " + value);
      } else {
        throw new IllegalArgumentException("unknown header \"" + name + "\"");
      }
    }
    return new TableText(id, columnIds, versions, missing, text.substring(end + 2));
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '\\' && index + 1 < text.length()) {
        index++;
        plain.append(text.charAt(index) == 'n' ? '\n' : text.charAt(index));
      } else {
        plain.append(character);
      }
    }
    return plain.toString();
  }

  private static SchemaVersion version(int number, String columns) {
    List<SchemaVersion.StoredColumn> stored = new ArrayList<>();
    if (!columns.isEmpty()) {
      for (String column : columns.split(", ", -1)) {
        int space = column.indexOf(' ');
        stored.add(
            new SchemaVersion.StoredColumn(
                Integer.parseInt(column.substring(0, space)), type(column.substring(space + 1))));
      }
    }
    return new SchemaVersion(number, stored);
  }

  private static SqlType type(String text) {
    int parenthesis = text.indexOf('(');
    if (parenthesis < 0) {
      return TypeNames.resolve(text, List.of());
    }
    List<Integer> arguments =
        Stream.of(text.substring(parenthesis + 1, text.length() - 1).split(",", -1))
            .map(Integer::valueOf)
            .toList();
    return TypeNames.resolve(text.substring(0, parenthesis), arguments);
  }

  TableDefinition build(TableBuilder builder, Statement.CreateTable statement) {
    TableDefinition fresh = builder.stored(id, statement);
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < columnIds.size(); index++) {
      int columnId = columnIds.get(index);
      columns.add(fresh.columns().get(index).withId(columnId, missing(columnId)));
    }
    return builder.build(id, fresh.name(), columns, fresh.primaryKey(), versions, fresh.mapping());
  }

  private Optional<String> missing(int columnId) {
    String prefix = columnId + " ";
    return missingHeaders.stream()
        .filter(header -> header.startsWith(prefix))
        .map(header -> header.substring(prefix.length()))
        .findFirst();
  }
}
