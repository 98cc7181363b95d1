package io.gabbro.check;

import io.gabbro.catalog.CatalogStore;
import io.gabbro.column.ColumnStore;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.KeyRange;
import io.gabbro.table.NativeTableFormat;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Mentions column families that no table refers to, with estimates of what is in them: typed tables
 * of an application may use them, so they are no problem. Those that cannot be read are one.
 */
final class ColumnFamiliesCheck implements ObjectCheck {
  private static final String KIND = "column family without table";

  @Override
  public String subject() {
    return "column families";
  }

  @Override
  public void run(CheckContext context, Consumer<CheckResult> results) {
    Database store = context.store();
    Set<String> used =
        new HashSet<>(
            Set.of(CatalogStore.FAMILY, NativeTableFormat.COLUMN_FAMILY, ColumnStore.FAMILY));
    context.catalog().tables().forEach(table -> used.add(table.format().columnFamily()));
    for (String name : store.columnFamilyNames()) {
      Optional<ColumnFamily> family = store.columnFamily(name).filter(at -> !used.contains(name));
      if (family.isPresent()) {
        try {
          mention(store, family.get(), results);
        } catch (GabbroException e) {
          if (!DatabaseCheck.isDropped(context, e)) {
            throw e;
          }
        }
      }
    }
    store
        .unreadableColumnFamilies()
        .forEach(
            (name, problem) ->
                results.accept(new CheckResult(name, "column family", 0, 0, Optional.of(problem))));
  }

  private static void mention(Database store, ColumnFamily family, Consumer<CheckResult> results) {
    String name = family.name();
    long entries = store.approximateCount(family, KeyRange.all());
    if (entries > 0 || !name.equals(Database.DEFAULT_COLUMN_FAMILY)) {
      long bytes = store.approximateSize(family, KeyRange.all());
      results.accept(new CheckResult(name, KIND, entries, bytes, Optional.empty()));
    }
  }
}
