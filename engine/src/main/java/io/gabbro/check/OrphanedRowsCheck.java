package io.gabbro.check;

import io.gabbro.bytes.BigEndian;
import io.gabbro.catalog.CatalogStore;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.table.NativeTableFormat;
import io.gabbro.vector.RowBatch;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds rows of native tables that belong to no table. A repair deletes them, but not those of a
 * table that has an entry in the catalog, be it one that does not parse.
 */
final class OrphanedRowsCheck implements ObjectCheck {
  private static final String KIND = "rows without table";

  @Override
  public String subject() {
    return NativeTableFormat.COLUMN_FAMILY;
  }

  @Override
  public void run(CheckContext context, Consumer<CheckResult> results) {
    Optional<ColumnFamily> family = context.store().columnFamily(NativeTableFormat.COLUMN_FAMILY);
    if (family.isEmpty()) {
      return;
    }
    KeyRange rest = KeyRange.all();
    RowBlock first = new RowBlock(1, true, false);
    while (!rest.isEmpty()) {
      context.cancellation().run();
      try (RowCursor cursor =
          context.store().cursor(family.get(), context.snapshot(), rest, Direction.FORWARD)) {
        if (cursor.fill(first, 1) == 0) {
          return;
        }
      }
      byte[] key = first.key(0);
      KeyRange group = key.length < Integer.BYTES ? KeyRange.point(key) : tableRange(key);
      if (key.length < Integer.BYTES || !hasTable(context, BigEndian.getInt(key, 0))) {
        results.accept(orphans(context, family.get(), group, key));
      }
      if (group.upper() == null) {
        return;
      }
      rest = new KeyRange(group.upper(), null);
    }
  }

  private static KeyRange tableRange(byte[] key) {
    return KeyRange.prefix(Arrays.copyOf(key, Integer.BYTES));
  }

  private static boolean hasTable(CheckContext context, int id) {
    byte[] key = CatalogStore.tableKey(id);
    return context.catalog().hasTable(id)
        || context
            .store()
            .columnFamily(CatalogStore.FAMILY)
            .filter(
                family ->
                    context
                        .store()
                        .get(family, context.snapshot(), key, key.length, new ValueBuffer()))
            .isPresent();
  }

  private static CheckResult orphans(
      CheckContext context, ColumnFamily family, KeyRange range, byte[] key) {
    long entries = 0;
    long bytes = 0;
    RowBlock block = new RowBlock(RowBatch.CAPACITY, true, true);
    try (RowCursor cursor =
        context.store().cursor(family, context.snapshot(), range, Direction.FORWARD)) {
      while (cursor.fill(block, block.capacity()) > 0) {
        context.cancellation().run();
        entries += block.count();
        bytes += block.keyOffsets()[block.count()] + block.valueOffsets()[block.count()];
      }
    }
    String object =
        key.length < Integer.BYTES
            ? "key 0x" + HexFormat.of().formatHex(key)
            : "table id " + Integer.toUnsignedString(BigEndian.getInt(key, 0));
    String problem = "no table has these rows";
    if (context.repair().isPresent()) {
      context.repair().get().deleteRange(family, range.bounded());
      problem += "; deleted";
    }
    return new CheckResult(object, KIND, entries, bytes, Optional.of(problem));
  }
}
