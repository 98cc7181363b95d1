package io.gabbro.column;

import io.gabbro.storage.KeyRange;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;

/**
 * The pieces of a range: each group that serves the snapshot, and what lies between them. Which
 * keys of a group are dirty is looked up when its turn comes; that they may be more by then does no
 * harm.
 */
final class ColumnPieces implements Iterator<ColumnPiece> {
  private final Iterator<RowGroup> groups;
  private final KeyRange range;
  private final int[] columns;
  private final long sequence;
  private final OwnKeys own;
  private byte[] position;
  private boolean ended;
  private ColumnPiece next;
  private ColumnPiece afterNext;

  ColumnPieces(RowGroups groups, KeyRange range, int[] columns, long sequence, OwnKeys own) {
    this.groups = groups.overlapping(range).iterator();
    this.range = range;
    this.columns = columns.clone();
    this.sequence = sequence;
    this.own = own;
    position = range.lower();
    ended = range.isEmpty();
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = afterNext;
      afterNext = null;
    }
    while (next == null && !ended) {
      advance();
    }
    return next != null;
  }

  @Override
  public ColumnPiece next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ColumnPiece result = next;
    next = null;
    return result;
  }

  private void advance() {
    if (!groups.hasNext()) {
      ended = true;
      next = stored(range.upper());
      return;
    }
    RowGroup group = groups.next();
    ColumnPiece piece =
        group.serves(sequence, columns) && group.load(columns)
            ? grouped(group, range.intersect(group.range()))
            : null;
    if (piece != null) {
      ColumnPiece before = stored(group.range().lower());
      next = before == null ? piece : before;
      afterNext = before == null ? null : piece;
      position = group.range().upper();
    }
  }

  /** What lies between the last group and a key; null when nothing can. */
  private ColumnPiece stored(byte[] upper) {
    KeyRange gap = new KeyRange(position, upper);
    return gap.isEmpty() ? null : new ColumnPiece.Stored(gap);
  }

  /** The rows of a group that lie in a range; null when it has turned out to be lost. */
  private ColumnPiece grouped(RowGroup group, KeyRange part) {
    NavigableSet<byte[]> dirty = group.dirty().in(part);
    if (group.isLost()) {
      return null;
    }
    dirty.addAll(own.in(part));
    GroupKeys keys = group.keys();
    int[] excluded = new int[dirty.size()];
    int count = 0;
    for (byte[] key : dirty) {
      int row = keys.find(key);
      if (row >= 0) {
        excluded[count++] = row;
      }
    }
    return new ColumnPiece.Grouped(
        group,
        part,
        keys.firstAtLeast(part.lower()),
        keys.firstAtLeast(part.upper()),
        Arrays.copyOf(excluded, count),
        List.copyOf(dirty));
  }
}
