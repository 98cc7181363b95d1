package io.gabbro.check;

import io.gabbro.catalog.CatalogStore;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.catalog.TableName;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads every entry of the catalog, and holds them against one another. */
final class CatalogCheck implements ObjectCheck {
  @Override
  public String subject() {
    return CatalogStore.FAMILY;
  }

  @Override
  public void run(CheckContext context, Consumer<CheckResult> results) {
    Optional<ColumnFamily> family = context.store().columnFamily(CatalogStore.FAMILY);
    if (family.isEmpty()) {
      return;
    }
    CatalogReading reading = new CatalogReading(context);
    RowBlock block = new RowBlock(64, true, true);
    long entries = 0;
    long bytes = 0;
    try (RowCursor cursor =
        context
            .store()
            .cursor(family.get(), context.snapshot(), KeyRange.all(), Direction.FORWARD)) {
      while (cursor.fill(block, block.capacity()) > 0) {
        context.cancellation().run();
        for (int row = 0; row < block.count(); row++) {
          reading.entry(block.key(row), block.value(row));
          bytes += block.keyLength(row) + block.valueLength(row);
        }
        entries += block.count();
      }
    }
    results.accept(
        new CheckResult(CatalogStore.FAMILY, "catalog", entries, bytes, reading.problems(entries)));
  }

  /** What has been read so far. */
  private static final class CatalogReading {
    private final CheckContext context;
    private final Problems problems = new Problems();
    private final Map<TableName, Integer> names = new HashMap<>();
    private long nextId = 1;
    private int greatestId;
    private boolean hasFormat;

    CatalogReading(CheckContext context) {
      this.context = context;
    }

    void entry(byte[] key, byte[] value) {
      Optional<Integer> id = CatalogStore.tableId(key);
      try {
        if (id.isPresent()) {
          table(id.get(), context.catalogStore().table(key, value));
        } else if (Arrays.equals(key, CatalogStore.nextIdKey())) {
          nextId = Long.parseLong(new String(value, StandardCharsets.US_ASCII));
        } else if (Arrays.equals(key, CatalogStore.formatKey())) {
          hasFormat = true;
        } else if (!Arrays.equals(key, CatalogStore.featuresKey())) {
          problems.add("unknown entry \"" + new String(key, StandardCharsets.UTF_8) + "\"");
        }
      } catch (RuntimeException e) {
        problems.add(DatabaseCheck.told(e));
      }
      id.ifPresent(number -> greatestId = Math.max(greatestId, number));
    }

    private void table(int id, TableDefinition table) {
      if (table.id() != id) {
        problems.add(
            "table \"" + table.name() + "\" has the id " + table.id() + " under the key of " + id);
      }
      Integer other = names.put(table.name(), id);
      if (other != null) {
        problems.add(
            "tables " + other + " and " + id + " are both called \"" + table.name() + "\"");
      }
      if (context.catalog().table(table.name()).filter(open -> open.id() == id).isEmpty()) {
        problems.add("table \"" + table.name() + "\" is stored, and not in the catalog in memory");
      }
    }

    Optional<String> problems(long entries) {
      if (entries > 0 && !hasFormat) {
        problems.add("the format version is missing");
      }
      if (nextId <= greatestId) {
        problems.add("the next id is " + nextId + ", and table " + greatestId + " exists");
      }
      context.catalog().tables().stream()
          .filter(table -> table.id() > 0 && !names.containsKey(table.name()))
          .forEach(table -> problems.add("table \"" + table.name() + "\" is not stored"));
      return problems.text();
    }
  }
}
