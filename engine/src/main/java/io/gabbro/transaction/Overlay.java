package io.gabbro.transaction;

import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowCursor;
import java.util.List;
import java.util.NavigableMap;

/**
 * The writes of a transaction to one column family up to a position, as a layer over a committed
 * state. Immutable, thread-safe.
 */
final class Overlay {
  /** What the layer says of a key. */
  enum Verdict {
    /** The transaction wrote a value. */
    WRITTEN,
    /** The transaction deleted the key. */
    DELETED,
    /** The transaction did not touch the key. */
    UNTOUCHED
  }

  private final OwnWrites.FamilyWrites writes;
  private final int limit;
  private final List<OwnWrites.DeletedRange> deleted;

  Overlay(OwnWrites.FamilyWrites writes, int limit) {
    this.writes = writes;
    this.limit = limit;
    deleted = writes.deletedRanges(limit);
  }

  /** What the layer says of a key. */
  Verdict verdict(byte[] key, OwnWrites.Version version) {
    int position = version == null ? -1 : version.position();
    for (OwnWrites.DeletedRange range : deleted) {
      if (range.position() > position && range.range().contains(key)) {
        return Verdict.DELETED;
      }
    }
    if (version == null) {
      return Verdict.UNTOUCHED;
    }
    return version.value() == null ? Verdict.DELETED : Verdict.WRITTEN;
  }

  /** The newest write of a key; null when there is none. */
  OwnWrites.Version find(byte[] key) {
    return writes.find(key, limit);
  }

  /** Puts this layer over a cursor of the committed state, which the result owns. */
  RowCursor over(RowCursor base, KeyRange range, Direction direction) {
    NavigableMap<byte[], OwnWrites.Version> own = writes.range(range);
    if (own.isEmpty() && deleted.isEmpty()) {
      return base;
    }
    return new OverlayCursor(
        base, this, limit, direction == Direction.FORWARD ? own : own.descendingMap(), direction);
  }
}
