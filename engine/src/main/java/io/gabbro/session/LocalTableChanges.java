package io.gabbro.session;

import io.gabbro.ast.QualifiedName;
import io.gabbro.ast.Statement;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.catalog.TableBuilder;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.catalog.TableName;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.MappingOptions;
import io.gabbro.serializer.TableSerializer.FileSource;
import io.gabbro.transaction.Transaction;
import java.util.List;
import java.util.function.Predicate;

/** CREATE and DROP TABLE of {@link LocalMappings}, which take effect at once. */
final class LocalTableChanges {
  private final SharedDatabase database;
  private final Transaction transaction;
  private final Runnable waitCheck;

  LocalTableChanges(SharedDatabase database, StatementScope scope) {
    this.database = database;
    transaction = scope.transaction();
    waitCheck = scope.cancellation()::check;
  }

  /** Whether a new table is one of these. */
  boolean takes(Statement.CreateTable create) {
    return create.mapping().isPresent() && database.localMappings().isPresent();
  }

  /** Whether a table is one of these. */
  static boolean isLocal(TableDefinition table) {
    return table.id() < 0;
  }

  /**
   * The catalog, which nobody else changes until the transaction ends.
   *
   * @throws GabbroException {@code INVALID_TRANSACTION_STATE} when the transaction has changed
   *     other tables: their commit would undo changes of these
   */
  CatalogSnapshot lock() {
    if (database.isReadOnly()) {
      return transaction.schema().catalog();
    }
    CatalogSnapshot catalog = transaction.schema().lock();
    if (catalog != database.catalog().current()) {
      throw new GabbroException(
          ErrorCode.INVALID_TRANSACTION_STATE,
          "this transaction has changed other tables; commit it first");
    }
    return catalog;
  }

  /** Makes a table; the caller has the lock. */
  void create(Statement.CreateTable create, FileSource files) {
    runAlone(
        mappings -> {
          mappings.create(create, files, this::requireFamily, database.catalog());
          return true;
        });
  }

  private boolean runAlone(Predicate<LocalMappings> change) {
    return database
        .transactions()
        .schema()
        .runAlone(waitCheck, () -> change.test(database.localMappings().orElseThrow()));
  }

  /** A table that does not lie in the store brings no column family into it. */
  private void requireFamily(TableDefinition table) {
    String name = table.format().columnFamily();
    List<String> names = database.store().columnFamilyNames();
    if (!names.contains(name)) {
      throw MappingOptions.refused("the column family \"" + name + "\" does not exist")
          .withHint("there are: " + String.join(", ", names));
    }
  }

  /** Forgets a table; false when it is none of these. */
  boolean drop(QualifiedName name) {
    TableName dropped = TableBuilder.nameOf(name);
    if (transaction
        .schema()
        .catalog()
        .table(dropped)
        .filter(LocalTableChanges::isLocal)
        .isEmpty()) {
      return false;
    }
    lock();
    transaction
        .schema()
        .forgetTable(transaction.schema().catalog().table(dropped).orElseThrow().id());
    return runAlone(mappings -> mappings.drop(dropped, database.catalog()));
  }
}
