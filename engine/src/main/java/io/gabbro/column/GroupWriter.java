package io.gabbro.column;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.WriteBatch;
import java.util.BitSet;
import java.util.function.Consumer;

/** Writes groups whose columns are in memory to the store, each in one batch. */
final class GroupWriter {
  private final ColumnFamily target;

  /** A writer to a column family. */
  GroupWriter(ColumnFamily target) {
    this.target = target;
  }

  /**
   * Writes a group.
   *
   * @param rows where the rows of the table lie
   * @param write writes the batch
   */
  void write(TableDefinition table, ColumnFamily rows, RowGroup group, Consumer<WriteBatch> write) {
    WriteBatch batch = new WriteBatch();
    BitSet columns = new BitSet();
    ByteBuilder value = new ByteBuilder();
    for (int column : group.columns().columns()) {
      columns.set(column);
      value.clear();
      group.segment(column).write(value);
      byte[] key = group.name().segment(column);
      batch.put(target, key, 0, key.length, value.bytes(), 0, value.length());
    }
    ByteBuilder keys = SealedBytes.start();
    group.keys().write(keys);
    batch.put(target, group.name().key(GroupName.KEYS), SealedBytes.end(keys));
    GroupHead head =
        new GroupHead(
            GroupHead.fingerprint(table, rows),
            group.rows(),
            group.columns().totalBytes(),
            group.range(),
            columns);
    batch.put(target, group.name().key(GroupName.HEAD), head.toBytes());
    write.accept(batch);
  }
}
