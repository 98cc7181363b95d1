package io.gabbro.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.catalog.CatalogStore;
import io.gabbro.catalog.Column;
import io.gabbro.catalog.KeyColumn;
import io.gabbro.catalog.SchemaVersion;
import io.gabbro.catalog.TableBuilder;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.catalog.TableFormat;
import io.gabbro.catalog.TableFormatFactory;
import io.gabbro.catalog.TableMapping;
import io.gabbro.catalog.TableName;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.TableSerializer.FileSource;
import io.gabbro.serializer.ValueField;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Durability;
import io.gabbro.storage.WriteBatch;
import io.gabbro.storage.memory.MemoryDatabase;
import io.gabbro.table.NativeTableFormat;
import java.util.List;

/** Entries of the catalog, as text; a table that is read must be written as it was. */
final class CatalogTarget implements FuzzTarget {
  private final Database database = new MemoryDatabase();
  private final ColumnFamily family = database.createColumnFamily("gabbro.catalog");
  private final CatalogStore store = new CatalogStore(new TableBuilder(new NativeFormats()));

  @Override
  public void accept(byte[] input) {
    WriteBatch batch = new WriteBatch();
    batch.put(family, CatalogStore.tableKey(1), input);
    batch.put(family, CatalogStore.nextIdKey(), input);
    batch.put(family, CatalogStore.formatKey(), input);
    database.write(batch, Durability.NONE);
    quietly(() -> store.exists(database, family));
    quietly(() -> store.nextTableId(database, family));
    quietly(() -> store.load(database, family).tables().forEach(this::rewrite));
  }

  private void rewrite(TableDefinition table) {
    WriteBatch batch = new WriteBatch();
    batch.put(family, CatalogStore.tableKey(1), CatalogStore.tableValue(table));
    database.write(batch, Durability.NONE);
    List<TableDefinition> again = List.copyOf(store.load(database, family).tables());
    if (again.size() != 1
        || !java.util.Arrays.equals(
            CatalogStore.tableValue(table), CatalogStore.tableValue(again.get(0)))) {
      throw new IllegalStateException("another table: " + table);
    }
  }

  private static void quietly(Runnable read) {
    try {
      read.run();
    } catch (GabbroException e) {
      if (e.code() != ErrorCode.DATA_CORRUPTED && e.code() != ErrorCode.UNSUPPORTED_FORMAT) {
        throw e;
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        "1".getBytes(UTF_8),
        """
        id: 3
        columns: 1 2 4
        version 1: 2 text, 3 integer
        version 2: 2 text, 4 numeric(10,2)
        missing 4: '0.00'

        CREATE TABLE t (id bigint NOT NULL, name text, price numeric(10,2), PRIMARY KEY (id))"""
            .getBytes(UTF_8),
        """
        id: 1
        columns: 1
        version 1:\s

        CREATE TABLE "a\\nb" (c timestamp(3) with time zone, PRIMARY KEY (c DESC))"""
            .getBytes(UTF_8));
  }

  /** Formats of native tables; mapped ones are refused. */
  private static final class NativeFormats implements TableFormatFactory {
    @Override
    public TableFormat create(
        int tableId,
        List<Column> columns,
        List<KeyColumn> primaryKey,
        List<SchemaVersion> versions) {
      return new NativeTableFormat(tableId, columns, primaryKey, versions, column -> null);
    }

    @Override
    public TableFormat createMapped(
        TableName name, TableMapping mapping, List<Column> columns, List<KeyColumn> primaryKey) {
      throw refused();
    }

    @Override
    public TableMapping resolve(TableMapping written, FileSource files) {
      throw refused();
    }

    @Override
    public List<ValueField> fields(TableMapping mapping) {
      throw refused();
    }

    private static GabbroException refused() {
      return new GabbroException(ErrorCode.UNSUPPORTED, "a mapped table");
    }
  }
}
