package io.gabbro.transaction;

import io.gabbro.column.ColumnStore;
import io.gabbro.column.ColumnView;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.Database;
import io.gabbro.storage.Direction;
import io.gabbro.storage.KeyRange;
import io.gabbro.storage.RowCursor;
import io.gabbro.storage.Snapshot;
import io.gabbro.storage.ValueBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A read view on a snapshot and on the transaction's writes up to a position. */
final class StatementView implements ReadView {
  private final Database database;
  private final Map<Integer, OwnWrites.FamilyWrites> own;
  private final int limit;
  private final boolean ownsSnapshot;
  private final Snapshot snapshot;
  private final ReadSet reads;
  private final StatementColumns columns;
  private volatile boolean closed;

  /**
   * A view with a snapshot of its own, or on one that its transaction owns.
   *
   * @param reads what hears of the keys that are read; null when nobody wants to know
   */
  StatementView(
      Database database,
      ColumnStore segments,
      OwnWrites writes,
      Snapshot transactionSnapshot,
      ReadSet reads) {
    this.database = database;
    writes.index();
    own = writes.families();
    limit = writes.position();
    snapshot = transactionSnapshot == null ? database.snapshot() : transactionSnapshot;
    ownsSnapshot = transactionSnapshot == null;
    this.reads = reads;
    columns = new StatementColumns(segments, this, snapshot.sequence(), own, limit, reads);
  }

  private Snapshot snapshot() {
    if (closed) {
      throw new GabbroException(ErrorCode.CLOSED, "the statement");
    }
    return snapshot;
  }

  private Overlay overlay(ColumnFamily family) {
    OwnWrites.FamilyWrites writes = own.get(family.id());
    return writes == null ? null : new Overlay(writes, limit);
  }

  @Override
  public ColumnFamily family(String name) {
    return database.columnFamily(name).orElseThrow(() -> missing(name));
  }

  private GabbroException missing(String family) {
    String reason = database.unreadableColumnFamilies().get(family);
    return reason == null
        ? new GabbroException(
            ErrorCode.DATABASE_CORRUPTED, "the column family \"" + family + "\" is gone")
        : new GabbroException(
            ErrorCode.UNSUPPORTED_FORMAT, "column family \"" + family + "\": " + reason);
  }

  @Override
  public boolean get(ColumnFamily family, byte[] key, int keyLength, ValueBuffer target) {
    if (reads != null) {
      reads.add(family, key, keyLength);
    }
    Overlay overlay = overlay(family);
    if (overlay != null) {
      byte[] exact = Arrays.copyOf(key, keyLength);
      OwnWrites.Version version = overlay.find(exact);
      switch (overlay.verdict(exact, version)) {
        case WRITTEN -> {
          target.set(version.value(), 0, version.value().length);
          return true;
        }
        case DELETED -> {
          return false;
        }
        case UNTOUCHED -> {
          // The committed state decides.
        }
      }
    }
    return database.get(family, snapshot(), key, keyLength, target);
  }

  @Override
  public List<byte[]> multiGet(ColumnFamily family, List<byte[]> keys) {
    if (reads != null) {
      keys.forEach(key -> reads.add(family, key, key.length));
    }
    List<byte[]> values = database.multiGet(family, snapshot(), keys);
    Overlay overlay = overlay(family);
    if (overlay == null) {
      return values;
    }
    List<byte[]> merged = new ArrayList<>(values);
    for (int index = 0; index < keys.size(); index++) {
      OwnWrites.Version version = overlay.find(keys.get(index));
      Overlay.Verdict verdict = overlay.verdict(keys.get(index), version);
      if (verdict != Overlay.Verdict.UNTOUCHED) {
        merged.set(index, verdict == Overlay.Verdict.WRITTEN ? version.value() : null);
      }
    }
    return merged;
  }

  @Override
  public RowCursor cursor(ColumnFamily family, KeyRange range, Direction direction) {
    if (reads != null) {
      reads.add(family, range);
    }
    RowCursor base = database.cursor(family, snapshot(), range, direction);
    Overlay overlay = overlay(family);
    return overlay == null ? base : overlay.over(base, range, direction);
  }

  @Override
  public List<KeyRange> split(ColumnFamily family, KeyRange range, int parts) {
    return database.split(family, range, parts);
  }

  @Override
  public long approximateCount(ColumnFamily family, KeyRange range) {
    return database.approximateCount(family, range);
  }

  @Override
  public ColumnView columns() {
    return columns;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      if (ownsSnapshot) {
        snapshot.close();
      }
    }
  }
}
