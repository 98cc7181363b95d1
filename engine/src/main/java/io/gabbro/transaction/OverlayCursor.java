package io.gabbro.transaction;

import io.gabbro.storage.Direction;
import io.gabbro.storage.RowBlock;
import io.gabbro.storage.RowCursor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;

/** Merges the committed entries of a range with the writes of a transaction to it. */
final class OverlayCursor implements RowCursor {
  private static final int BASE_ROWS = 512;

  private final RowCursor base;
  private final Overlay overlay;
  private final int limit;
  private final int sign;
  private final RowBlock baseBlock = new RowBlock(BASE_ROWS, true, true);
  private final Iterator<Map.Entry<byte[], OwnWrites.Version>> own;
  private int baseRow;
  private boolean baseEnded;
  private byte[] baseKey;
  private byte[] ownKey;
  private OwnWrites.Version ownVersion;

  OverlayCursor(
      RowCursor base,
      Overlay overlay,
      int limit,
      NavigableMap<byte[], OwnWrites.Version> writes,
      Direction direction) {
    this.base = base;
    this.overlay = overlay;
    this.limit = limit;
    sign = direction == Direction.FORWARD ? 1 : -1;
    own = writes.entrySet().iterator();
    nextOwn();
  }

  @Override
  public int fill(RowBlock block, int maximum) {
    block.clear();
    int wanted = Math.min(maximum, block.capacity());
    if (baseKey == null) {
      nextBase();
    }
    while (block.count() < wanted && !block.isFull() && (baseKey != null || ownKey != null)) {
      int order = order();
      if (order < 0) {
        if (overlay.verdict(baseKey, null) == Overlay.Verdict.UNTOUCHED) {
          copyBase(block);
        }
        nextBase();
      } else {
        if (overlay.verdict(ownKey, ownVersion) == Overlay.Verdict.WRITTEN) {
          copyOwn(block);
        }
        nextOwn();
        if (order == 0) {
          nextBase();
        }
      }
    }
    return block.count();
  }

  private int order() {
    if (baseKey == null) {
      return 1;
    }
    return ownKey == null ? -1 : sign * Arrays.compareUnsigned(baseKey, ownKey);
  }

  private void nextBase() {
    baseRow++;
    if (baseRow >= baseBlock.count()) {
      baseEnded = baseEnded || base.fill(baseBlock, BASE_ROWS) == 0;
      baseRow = 0;
    }
    baseKey = baseEnded ? null : baseBlock.key(baseRow);
  }

  private void nextOwn() {
    ownKey = null;
    while (ownKey == null && own.hasNext()) {
      Map.Entry<byte[], OwnWrites.Version> entry = own.next();
      ownVersion = entry.getValue().before(limit);
      if (ownVersion != null) {
        ownKey = entry.getKey();
      }
    }
  }

  private void copyBase(RowBlock block) {
    copy(
        block,
        baseKey,
        baseBlock.values(),
        baseBlock.valueStart(baseRow),
        baseBlock.valueLength(baseRow));
  }

  private void copyOwn(RowBlock block) {
    copy(block, ownKey, ownVersion.value(), 0, ownVersion.value().length);
  }

  private static void copy(RowBlock block, byte[] key, byte[] values, int start, int length) {
    if (block.wantsKeys()) {
      System.arraycopy(key, 0, block.reserveKey(key.length), block.nextKeyStart(), key.length);
    }
    if (block.wantsValues()) {
      System.arraycopy(values, start, block.reserveValue(length), block.nextValueStart(), length);
    }
    block.endRow(key.length, length);
  }

  @Override
  public void close() {
    base.close();
  }
}
