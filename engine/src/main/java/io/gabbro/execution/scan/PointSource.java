package io.gabbro.execution.scan;

import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.ValueBuffer;
import io.gabbro.transaction.ReadView;
import io.gabbro.vector.RowBatch;
import java.util.List;

/** The rows of single keys; keys that do not exist are left out. */
final class PointSource implements BlockSource {
  private final ReadView view;
  private final ColumnFamily family;
  private final List<byte[]> keys;
  private final RowBlock block;
  private final int[] found;
  private int next;

  /**
   * Reads keys.
   *
   * @param keys the keys, in the order in which their rows are to come
   */
  PointSource(ReadView view, ColumnFamily family, List<byte[]> keys) {
    this.view = view;
    this.family = family;
    this.keys = keys;
    int capacity = Math.min(RowBatch.CAPACITY, keys.size());
    block = new RowBlock(capacity, true, true);
    found = new int[capacity];
  }

  @Override
  public RowBlock next() {
    block.clear();
    while (block.count() == 0 && next < keys.size()) {
      if (keys.size() == 1) {
        readOne();
      } else {
        readMany();
      }
    }
    return block.count() == 0 ? null : block;
  }

  private void readOne() {
    byte[] key = keys.get(next);
    ValueBuffer value = new ValueBuffer();
    if (view.get(family, key, key.length, value)) {
      add(key, value.bytes(), value.length());
    }
    next++;
  }

  private void readMany() {
    int end = Math.min(keys.size(), next + block.capacity());
    List<byte[]> part = keys.subList(next, end);
    List<byte[]> values = view.multiGet(family, part);
    for (int index = 0; index < part.size(); index++) {
      byte[] value = values.get(index);
      if (value != null) {
        add(part.get(index), value, value.length);
      }
      next++;
    }
  }

  private void add(byte[] key, byte[] value, int valueLength) {
    found[block.count()] = next;
    System.arraycopy(key, 0, block.reserveKey(key.length), block.nextKeyStart(), key.length);
    System.arraycopy(
        value, 0, block.reserveValue(valueLength), block.nextValueStart(), valueLength);
    block.endRow(key.length, valueLength);
  }

  @Override
  public byte[] key(int row) {
    return keys.get(found[row]);
  }

  @Override
  public void close() {
    next = keys.size();
  }
}
