package io.gabbro.column;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.column.segment.Segment;
import io.gabbro.column.segment.SegmentEncoder;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** Makes groups of the rows that a cursor yields. Used once, by one thread. */
final class GroupBuilder {
  /** Says that a row does not decode. */
  static final class UnreadableRowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableRowException(String problem) {
      super(problem);
    }
  }

  /** Groups of large rows are smaller, so that a build needs no more heap than this by far. */
  private static final long MAX_VALUE_BYTES = 32L << 20;

  private final int[] columns;
  private final int tableId;
  private final int columnCount;
  private final int groupRows;
  private final int dirtyLimit;
  private final LongSupplier ids;
  private final long base;
  private final RowDecoder decoder;
  private final ColumnVector[] decoded;
  private final ColumnVector[] collected;
  private final ByteBuilder keys = new ByteBuilder();
  private final int[] keyStarts;
  private final List<RowGroup> groups = new ArrayList<>();
  private byte[] lower;
  private int rows;
  private long valueBytes;
  private long memoryBytes;

  /**
   * A builder.
   *
   * @param columns the columns to keep
   * @param ids gives each group a number
   * @param base the sequence number of the snapshot that the rows come from
   */
  GroupBuilder(
      TableDefinition table, int[] columns, ColumnOptions options, LongSupplier ids, long base) {
    this.columns = columns.clone();
    tableId = table.id();
    columnCount = table.columns().size();
    groupRows = options.groupRows();
    dirtyLimit = options.dirtyLimit();
    this.ids = ids;
    this.base = base;
    decoder = table.newDecoder();
    decoded = vectors(table, 0);
    collected = vectors(table, groupRows);
    keyStarts = new int[groupRows + 1];
  }

  private ColumnVector[] vectors(TableDefinition table, int capacity) {
    return Arrays.stream(columns)
        .mapToObj(column -> table.columns().get(column).type().vectorKind())
        .map(kind -> ColumnVector.allocate(kind, capacity))
        .toArray(ColumnVector[]::new);
  }

  /**
   * Reads a cursor to its end.
   *
   * @param range what the cursor reads
   * @param isOpenEnd whether keys behind the last row shall belong to no group, because that is
   *     where new rows come
   * @param check is run now and then with the bytes so far, and may throw to end the work
   * @throws UnreadableRowException for a row that does not decode
   */
  List<RowGroup> build(
      RowCursor cursor, KeyRange range, boolean isOpenEnd, java.util.function.LongConsumer check) {
    lower = range.lower() == null ? new byte[0] : range.lower();
    RowBlock block = new RowBlock(RowBatch.CAPACITY, true, decoder.readsValues(columns));
    while (cursor.fill(block, Math.min(RowBatch.CAPACITY, groupRows - rows)) > 0) {
      if (rows == 0 && !groups.isEmpty()) {
        lower = block.key(0);
        endRange(lower);
      }
      add(block);
      if (rows == groupRows || valueBytes >= MAX_VALUE_BYTES) {
        flush();
        check.accept(memoryBytes);
      }
    }
    byte[] last = groups.isEmpty() ? null : lastKey();
    if (rows > 0) {
      last = lastCollectedKey();
      flush();
    }
    if (last != null) {
      endRange(
          isOpenEnd || range.upper() == null
              ? Arrays.copyOf(last, last.length + 1)
              : range.upper());
    }
    return groups;
  }

  private byte[] lastKey() {
    GroupKeys last = groups.get(groups.size() - 1).keys();
    return last.key(last.count() - 1);
  }

  private byte[] lastCollectedKey() {
    return Arrays.copyOfRange(keys.bytes(), keyStarts[rows - 1], keyStarts[rows]);
  }

  private void add(RowBlock block) {
    int count = block.count();
    Selection all = Selection.ofAll(count);
    decoder.begin(
        block.keys(),
        block.keyOffsets(),
        block.values(),
        block.valueOffsets(),
        count,
        (row, problem) -> {
          throw new UnreadableRowException(problem);
        });
    for (int index = 0; index < columns.length; index++) {
      decoder.decode(columns[index], all, decoded[index]);
      collected[index].copyRows(rows, decoded[index], all);
    }
    for (int row = 0; row < count; row++) {
      keys.put(block.keys(), block.keyStart(row), block.keyLength(row));
      keyStarts[rows + row + 1] = keys.length();
    }
    rows += count;
    valueBytes += block.nextValueStart();
  }

  /** Makes a group of the rows so far; its range is open until {@link #endRange}. */
  private void flush() {
    Segment[] segments = new Segment[columnCount];
    for (int index = 0; index < columns.length; index++) {
      segments[columns[index]] = SegmentEncoder.encode(collected[index], rows);
      collected[index].reset();
    }
    RowGroup group =
        new RowGroup(
            new GroupName(tableId, ids.getAsLong()),
            base,
            rows,
            new KeyRange(lower, null),
            new GroupColumns(GroupKeys.of(keys.bytes(), keyStarts, rows), segments),
            new DirtyKeys(dirtyLimit));
    memoryBytes += group.memoryBytes();
    groups.add(group);
    keys.clear();
    rows = 0;
    valueBytes = 0;
  }

  private void endRange(byte[] upper) {
    int last = groups.size() - 1;
    groups.set(last, groups.get(last).until(upper));
  }
}
