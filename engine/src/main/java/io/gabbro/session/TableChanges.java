package io.gabbro.session;

import io.gabbro.ast.AlterAction;
import io.gabbro.ast.ColumnDefinition;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.Statement;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.CatalogStore;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableBuilder;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.catalog.TableName;
import io.gabbro.copy.CopyFiles;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.Suggestions;
import io.gabbro.plan.binder.Binder;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** CREATE, DROP, ALTER and TRUNCATE TABLE as changes of a transaction. */
final class TableChanges {
  private final EmbeddedSession session;
  private final SharedDatabase database;
  private final Transaction transaction;
  private final LocalTableChanges local;

  TableChanges(EmbeddedSession session, StatementScope scope) {
    this.session = session;
    database = session.shared();
    transaction = scope.transaction();
    local = new LocalTableChanges(database, scope);
  }

  /** The error of a table that does not exist. */
  static GabbroException undefined(CatalogSnapshot catalog, QualifiedName name) {
    GabbroException error =
        GabbroException.at(name.position(), ErrorCode.UNDEFINED_TABLE, name.toString());
    return Suggestions.closest(
            name.name().name(),
            catalog.tables().stream().map(table -> table.name().name()).toList())
        .map(close -> error.withHint("did you mean \"" + close + "\"?"))
        .orElse(error);
  }

  void create(Statement.CreateTable create) {
    boolean isLocal = local.takes(create);
    CatalogSnapshot catalog = isLocal ? local.lock() : transaction.schema().lock();
    TableName name = TableBuilder.nameOf(create.name());
    if (!name.schema().equals(TableName.DEFAULT_SCHEMA)) {
      throw GabbroException.at(create.name().position(), ErrorCode.UNDEFINED_SCHEMA, name.schema());
    }
    if (catalog.table(name).isPresent()) {
      if (create.ifNotExists()) {
        session.addWarnings(List.of("table \"" + name + "\" already exists, skipping"));
        return;
      }
      throw GabbroException.at(
          create.name().position(), ErrorCode.DUPLICATE_TABLE, name.toString());
    }
    if (isLocal) {
      local.create(create, this::readFile);
      return;
    }
    TableDefinition unnumbered = database.tables().create(0, create, this::readFile);
    check(catalog, create, unnumbered);
    ColumnFamily family = transaction.schema().familyForTable(CatalogStore.FAMILY);
    TableDefinition table = database.tables().numbered(unnumbered, takeTableId());
    transaction.schema().familyForTable(table.format().columnFamily());
    transaction.schema().put(family, CatalogStore.formatKey(), CatalogStore.formatValue());
    write(table, catalog.with(table));
  }

  private void check(CatalogSnapshot catalog, Statement.CreateTable create, TableDefinition table) {
    // A mapping that does not fit is found out at its first use.
    table.newDecoder();
    for (ColumnDefinition column : create.columns()) {
      checkDefault(catalog, column, table.columns().get(table.indexOf(column.name().name())));
    }
  }

  private byte[] readFile(String file) {
    CopyFromRunner.checkFileAccess(session);
    return CopyFiles.bytes(file);
  }

  private int takeTableId() {
    ColumnFamily family = database.catalog().family();
    ValueBuffer value = new ValueBuffer();
    byte[] key = CatalogStore.nextIdKey();
    int stored =
        transaction.rows().getLatest(family, key, key.length, value)
            ? Integer.parseInt(new String(value.toByteArray(), StandardCharsets.US_ASCII))
            : 1;
    int id = database.transactions().takeTableId(stored);
    transaction.schema().put(family, key, CatalogStore.nextIdValue(id + 1));
    return id;
  }

  private void checkDefault(CatalogSnapshot catalog, ColumnDefinition definition, Column column) {
    definition
        .defaultValue()
        .ifPresent(
            expression ->
                new Binder(catalog, database.functions())
                    .bindDefault(expression, column.name(), column.type()));
  }

  private void write(TableDefinition table, CatalogSnapshot changed) {
    transaction
        .schema()
        .put(
            database.catalog().family(),
            CatalogStore.tableKey(table.id()),
            CatalogStore.tableValue(table));
    transaction.schema().change(changed);
  }

  void drop(Statement.DropTable drop) {
    for (QualifiedName name : drop.names()) {
      if (local.drop(name)) {
        continue;
      }
      CatalogSnapshot catalog = transaction.schema().lock();
      Optional<TableDefinition> table = find(catalog, name, drop.ifExists());
      if (table.isPresent()) {
        if (table.get().mapping().isEmpty()) {
          deleteRows(table.get());
        }
        transaction.schema().forgetTable(table.get().id());
        transaction
            .schema()
            .delete(database.catalog().family(), CatalogStore.tableKey(table.get().id()));
        transaction.schema().change(catalog.without(table.get().name()));
      }
    }
  }

  /**
   * Empties tables. Each becomes a new definition, though an equal one, so that transactions that
   * have written to it and did not commit yet fail instead of bringing their rows back.
   */
  void truncate(Statement.Truncate truncate) {
    for (QualifiedName name : truncate.names()) {
      CatalogSnapshot catalog = transaction.schema().lock();
      TableDefinition table = find(catalog, name, false).orElseThrow();
      deleteRows(table);
      transaction.schema().change(catalog.with(database.tables().rebuilt(table)));
    }
  }

  private void deleteRows(TableDefinition table) {
    ColumnFamily family = database.transactions().family(table.format().columnFamily());
    transaction.rows().deleteRange(family, table.format().keyRange().bounded());
  }

  private Optional<TableDefinition> find(
      CatalogSnapshot catalog, QualifiedName name, boolean ifExists) {
    Optional<TableDefinition> table = catalog.table(TableBuilder.nameOf(name));
    if (table.isEmpty()) {
      if (!ifExists) {
        throw undefined(catalog, name);
      }
      session.addWarnings(List.of("table \"" + name + "\" does not exist, skipping"));
    }
    return table;
  }

  void alter(Statement.AlterTable alter) {
    CatalogSnapshot catalog = transaction.schema().lock();
    Optional<TableDefinition> found = find(catalog, alter.name(), alter.ifExists());
    if (found.isEmpty()) {
      return;
    }
    TableDefinition table = found.get();
    if (LocalTableChanges.isLocal(table)) {
      throw MappingOptions.refused(
          "table \"" + table.name() + "\" lies outside the store: drop it and make it anew");
    }
    AlterAction action = alter.action();
    if (action instanceof AlterAction.RenameTable rename) {
      rename(catalog, table, rename.to());
      return;
    }
    ColumnChanges changes = new ColumnChanges(session, catalog, table);
    Optional<TableDefinition> changed;
    if (action instanceof AlterAction.AddColumn add) {
      changed = changes.add(add, this::hasRows);
    } else if (action instanceof AlterAction.DropColumn drop) {
      changed = changes.drop(drop);
    } else if (action instanceof AlterAction.RenameColumn rename) {
      changed = changes.rename(rename);
    } else {
      throw new GabbroException(ErrorCode.INTERNAL, "no way to run " + action);
    }
    if (action instanceof AlterAction.AddColumn add) {
      changed.ifPresent(
          definition -> {
            definition.newDecoder();
            Column column = definition.columns().get(definition.columns().size() - 1);
            checkDefault(catalog, add.definition(), column);
          });
    }
    changed.ifPresent(definition -> write(definition, catalog.with(definition)));
  }

  /** Whether a table has rows; if it has none, others must not commit any before this one does. */
  private boolean hasRows(TableDefinition table) {
    try (var view = transaction.statementView()) {
      ColumnFamily family = view.family(table.format().columnFamily());
      try (var cursor = view.cursor(family, table.format().keyRange(), Direction.FORWARD)) {
        if (cursor.fill(new RowBlock(1, true, false), 1) > 0) {
          return true;
        }
      }
      transaction.schema().requireEmpty(family, table.format().keyRange());
      return false;
    }
  }

  private void rename(CatalogSnapshot catalog, TableDefinition table, Identifier to) {
    TableName name = new TableName(table.name().schema(), to.name());
    if (catalog.table(name).isPresent()) {
      throw GabbroException.at(to.position(), ErrorCode.DUPLICATE_TABLE, name.toString());
    }
    TableDefinition renamed = database.tables().renamed(table, name);
    write(renamed, catalog.without(table.name()).with(renamed));
  }
}
