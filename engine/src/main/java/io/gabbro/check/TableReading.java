package io.gabbro.check;

import io.gabbro.catalog.Column;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads all rows of one table: the order of keys, that they are the table's, that keys and values
 * decode, and that columns hold no NULL where they must not.
 */
final class TableReading {
  private final CheckContext context;
  private final TableDefinition table;
  private final RowDecoder decoder;
  private final ColumnVector[] vectors;
  private final Selection selection = new Selection(0);
  private final Problems problems = new Problems();
  private final KeyRange range;
  private boolean[] bad = new boolean[0];
  private byte[] lastKey;
  private long entries;
  private long bytes;

  TableReading(CheckContext context, TableDefinition table) {
    this.context = context;
    this.table = table;
    range = table.format().keyRange();
    decoder = table.newDecoder();
    vectors =
        table.columns().stream()
            .map(column -> ColumnVector.allocate(column.type().vectorKind(), 0))
            .toArray(ColumnVector[]::new);
  }

  long entries() {
    return entries;
  }

  /** The bytes of all keys and values. */
  long bytes() {
    return bytes;
  }

  Problems problems() {
    return problems;
  }

  void read() {
    String name = table.format().columnFamily();
    Optional<ColumnFamily> family = context.store().columnFamily(name);
    if (family.isEmpty()) {
      problems.add("its column family \"" + name + "\" does not exist");
      return;
    }
    RowBlock block = new RowBlock(RowBatch.CAPACITY, true, true);
    try (RowCursor cursor =
        context.store().cursor(family.get(), context.snapshot(), range, Direction.FORWARD)) {
      while (cursor.fill(block, block.capacity()) > 0) {
        context.cancellation().run();
        readBlock(block);
      }
    } catch (RuntimeException e) {
      problems.add("reading stopped after " + entries + " rows: " + DatabaseCheck.told(e));
    }
  }

  private void readBlock(RowBlock block) {
    int rows = block.count();
    bad = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      checkKey(block, row);
      bytes += block.keyLength(row) + block.valueLength(row);
    }
    lastKey = block.key(rows - 1);
    entries += rows;
    decoder.begin(
        block.keys(),
        block.keyOffsets(),
        block.values(),
        block.valueOffsets(),
        rows,
        (row, problem) -> badRow(block, row, problem));
    for (int column = 0; column < vectors.length; column++) {
      selectGood(rows);
      decoder.decode(column, selection, vectors[column]);
      if (table.columns().get(column).notNull()) {
        checkNotNull(block, column);
      }
    }
  }

  private void checkKey(RowBlock block, int row) {
    byte[] before = row == 0 ? lastKey : block.keys();
    if (before != null) {
      int start = row == 0 ? 0 : block.keyStart(row - 1);
      int length = row == 0 ? before.length : block.keyLength(row - 1);
      int keyStart = block.keyStart(row);
      int order =
          Arrays.compareUnsigned(
              before,
              start,
              start + length,
              block.keys(),
              keyStart,
              keyStart + block.keyLength(row));
      if (order >= 0) {
        badRow(block, row, "the key is not greater than the one before it");
      }
    }
    if (!range.contains(block.key(row))) {
      badRow(block, row, "the key is not one of the table's");
    }
  }

  private void selectGood(int rows) {
    int[] positions = selection.startPositions(rows);
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (!bad[row]) {
        positions[count++] = row;
      }
    }
    selection.setCount(count);
  }

  private void checkNotNull(RowBlock block, int column) {
    Column checked = table.columns().get(column);
    for (int index = 0; index < selection.count(); index++) {
      int row = selection.position(index);
      if (!bad[row] && vectors[column].isNull(row)) {
        badRow(block, row, "NULL in column \"" + checked.name() + "\", which is NOT NULL");
      }
    }
  }

  private void badRow(RowBlock block, int row, String problem) {
    bad[row] = true;
    problems.add("key 0x" + HexFormat.of().formatHex(block.key(row)) + ": " + problem);
  }
}
