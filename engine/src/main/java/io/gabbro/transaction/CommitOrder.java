package io.gabbro.transaction;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.storage.Snapshot;
import io.gabbro.storage.WriteBatch;
import java.util.ArrayDeque;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The order of commits, kept as long as serializable transactions are open. Thread-safe.
 *
 * <p>Each of them starts between commits: its snapshot has those before it and none of those after
 * it. It ends in that order too, and may only when no commit since its start has changed what it
 * read: then it could have run as a whole at that place. Who only read could have run at its start.
 */
final class CommitOrder {
  private static final long MAX_BYTES = 64L << 20;

  private final CheckedLock running = new CheckedLock();
  private final ArrayDeque<CommittedKeys> commits = new ArrayDeque<>();
  private final TreeMap<Long, Integer> starts = new TreeMap<>();
  private long first;
  private long bytes;
  private volatile boolean watched;

  /** A place between two commits. */
  record Start(long number, Snapshot snapshot) {}

  /**
   * Starts a serializable transaction, which is to {@link #leave}. Waits for running commits.
   *
   * @param snapshot takes its snapshot
   * @param waitCheck is run now and then while waiting and may throw to end the wait
   */
  Start enter(Supplier<Snapshot> snapshot, Runnable waitCheck) {
    long stamp = running.lockExclusive(waitCheck);
    try {
      Snapshot taken = snapshot.get();
      synchronized (commits) {
        watched = true;
        long number = first + commits.size();
        starts.merge(number, 1, Integer::sum);
        return new Start(number, taken);
      }
    } finally {
      running.unlock(stamp);
    }
  }

  /** Ends a serializable transaction. */
  void leave(Start start) {
    synchronized (commits) {
      starts.merge(start.number(), -1, (count, minus) -> count == 1 ? null : count + minus);
      watched = !starts.isEmpty();
      while (!commits.isEmpty() && (starts.isEmpty() || first < starts.firstKey())) {
        forgetFirst();
      }
    }
  }

  private void forgetFirst() {
    bytes -= commits.removeFirst().bytes();
    first++;
  }

  /**
   * Runs the write of a commit.
   *
   * @param changesCatalog whether it changes tables
   * @param start where the transaction started; null when it is not serializable
   * @throws GabbroException {@code SERIALIZATION_FAILURE} when others changed what it read
   */
  void runCommit(
      WriteBatch batch, boolean changesCatalog, Start start, ReadSet reads, Runnable write) {
    long stamp = running.lockShared(() -> {});
    try {
      if (watched) {
        append(new CommittedKeys(batch, changesCatalog), start, reads);
      }
      write.run();
    } finally {
      running.unlock(stamp);
    }
  }

  private void append(CommittedKeys keys, Start start, ReadSet reads) {
    synchronized (commits) {
      if (start != null) {
        check(start, reads);
      }
      if (watched) {
        commits.addLast(keys);
        bytes += keys.bytes();
        while (bytes > MAX_BYTES) {
          forgetFirst();
        }
      }
    }
  }

  private void check(Start start, ReadSet reads) {
    boolean conflict =
        start.number() < first
            || commits.stream()
                .skip(start.number() - first)
                .anyMatch(commit -> commit.conflictsWith(reads));
    if (conflict) {
      throw new GabbroException(ErrorCode.SERIALIZATION_FAILURE)
          .withHint("another transaction changed what this one has read; run it again");
    }
  }
}
