package io.gabbro.session;

import io.gabbro.ast.Statement;
import io.gabbro.catalog.Catalog;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableBuilder;
import io.gabbro.catalog.TableDdl;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.catalog.TableName;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.parser.SqlParser;
import io.gabbro.parser.StatementSplitter;
import io.gabbro.serializer.TableSerializer.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The mapped tables that do not lie in the store: those made in a database that is only read, or
 * that has the option {@code mappings}. They lie in memory, and in the file of CREATE TABLE
 * statements that the option names. They belong to no transaction. Thread-safe.
 */
final class LocalMappings {
  private final TableBuilder builder;
  private final Optional<Path> file;
  private final Map<TableName, TableDefinition> tables = new LinkedHashMap<>();

  /** Ids of tables in the store are positive. */
  private int lastId;

  private LocalMappings(TableBuilder builder, Optional<Path> file) {
    this.builder = builder;
    this.file = file;
  }

  /**
   * Reads the file, if there is one.
   *
   * @param file the value of the option; empty for memory only
   * @throws GabbroException {@code IO_ERROR} or {@code INVALID_TABLE_DEFINITION} when it cannot be
   *     read or holds something else, or what a statement raises
   */
  static LocalMappings load(TableBuilder builder, String file) {
    Optional<Path> path = file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
    LocalMappings mappings = new LocalMappings(builder, path);
    String script = path.map(LocalMappings::read).orElse("");
    for (StatementSplitter.Piece piece : StatementSplitter.split(script)) {
      String text = piece.text();
      if (!(SqlParser.parseStatement(text) instanceof Statement.CreateTable create)
          || create.mapping().isEmpty()) {
        throw new GabbroException(
            ErrorCode.INVALID_TABLE_DEFINITION,
            "the file of mappings " + file + " holds more than CREATE TABLE … USING: " + text);
      }
      mappings.addStored(create, file);
    }
    return mappings;
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.IO_ERROR, "cannot read the file of mappings " + path);
    }
  }

  /** A statement of the file; one that was written by hand may leave out the columns. */
  private void addStored(Statement.CreateTable create, String from) {
    if (create.columns().isEmpty()) {
      add(
          create,
          name -> {
            throw new GabbroException(
                ErrorCode.INVALID_TABLE_DEFINITION,
                "the file of mappings " + from + " names the file " + name);
          });
    } else {
      lastId--;
      TableDefinition table = builder.stored(lastId, create);
      tables.put(table.name(), table);
    }
  }

  private TableDefinition add(Statement.CreateTable create, FileSource files) {
    lastId--;
    TableDefinition table = builder.create(lastId, create, files);
    tables.put(table.name(), table);
    return table;
  }

  /** A catalog and these tables; a table of the catalog hides one of the same name. */
  synchronized CatalogSnapshot in(CatalogSnapshot stored) {
    CatalogSnapshot all = stored;
    for (TableDefinition table : tables.values()) {
      if (stored.table(table.name()).isEmpty()) {
        all = all.with(table);
      }
    }
    return all;
  }

  /**
   * Makes a table.
   *
   * @param check refuses a table that cannot be kept so
   * @throws GabbroException what its definition raises, or {@code IO_ERROR}
   */
  synchronized void create(
      Statement.CreateTable create,
      FileSource files,
      Consumer<TableDefinition> check,
      Catalog catalog) {
    if (tables.containsKey(TableBuilder.nameOf(create.name()))) {
      throw GabbroException.at(
          create.name().position(), ErrorCode.DUPLICATE_TABLE, create.name().toString());
    }
    TableDefinition table = add(create, files);
    try {
      check.accept(table);
      // A mapping that does not fit is found out at its first use.
      table.newDecoder();
      save();
    } catch (RuntimeException e) {
      tables.remove(table.name());
      throw e;
    }
    catalog.publish(catalog.current().with(table));
  }

  /** Forgets a table; false when it is none of these. */
  synchronized boolean drop(TableName name, Catalog catalog) {
    TableDefinition table = tables.remove(name);
    if (table == null) {
      return false;
    }
    try {
      save();
    } catch (RuntimeException e) {
      tables.put(name, table);
      throw e;
    }
    catalog.publish(catalog.current().without(name));
    return true;
  }

  private void save() {
    if (file.isEmpty()) {
      return;
    }
    Path path = file.get();
    String text =
        tables.values().stream()
            .map(table -> TableDdl.format(table) + ";\n")
            .collect(Collectors.joining());
    Path next = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.writeString(next, text);
      Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.IO_ERROR, "cannot write the file of mappings " + path);
    }
  }
}
