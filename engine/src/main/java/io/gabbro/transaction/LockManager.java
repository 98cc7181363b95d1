package io.gabbro.transaction;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.monitor.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Exclusive row locks of all transactions of a database. A lock is held until its transaction ends.
 * Thread-safe.
 *
 * <p>A lock that is free costs one {@code putIfAbsent}. A transaction waits for one owner at a
 * time, so the graph of waits has one edge a transaction, and a deadlock is a path from the owner
 * back to who wants to wait: whoever would close the circle is the victim.
 */
final class LockManager {
  private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final ConcurrentHashMap<LockKey, LockOwner> owners = new ConcurrentHashMap<>();
  private final LockWaits lockWaits = new LockWaits();
  private final ReentrantLock waits = new ReentrantLock();
  private final Condition released = waits.newCondition();

  /**
   * Takes a lock.
   *
   * @param timeout how long to wait; zero means without end
   * @param waitCheck is run now and then while waiting and may throw to end the wait
   * @return whether the lock is new; false when the transaction has it already
   * @throws GabbroException {@code DEADLOCK}; {@code LOCK_NOT_AVAILABLE} when the time is up
   */
  boolean acquire(
      LockOwner owner, LockKey key, Duration timeout, Runnable waitCheck, String table) {
    LockOwner holder = owners.putIfAbsent(key, owner);
    if (holder == null) {
      keep(owner, key);
      return true;
    }
    if (holder == owner) {
      return false;
    }
    return lockWaits.measure(
        owner, holder, table, () -> waitFor(owner, key, timeout, waitCheck, table));
  }

  /** Takes a lock unless another has it; says whether {@code owner} has it then. */
  boolean tryAcquire(LockOwner owner, LockKey key) {
    LockOwner holder = owners.putIfAbsent(key, owner);
    if (holder == null) {
      keep(owner, key);
    }
    return holder == null || holder == owner;
  }

  /**
   * Notes a lock with its owner; one that has ended in the meantime, in another thread, gets none.
   */
  private void keep(LockOwner owner, LockKey key) {
    synchronized (owner) {
      if (!owner.ended) {
        owner.held.add(key);
        return;
      }
    }
    owners.remove(key, owner);
    throw new GabbroException(ErrorCode.CLOSED, "the transaction");
  }

  private boolean waitFor(
      LockOwner owner, LockKey key, Duration timeout, Runnable waitCheck, String table) {
    long deadline = System.nanoTime() + timeout.toNanos();
    waits.lock();
    try {
      while (true) {
        LockOwner holder = owners.putIfAbsent(key, owner);
        if (holder == null) {
          keep(owner, key);
          return true;
        }
        if (closesCircle(owner, holder)) {
          throw new GabbroException(ErrorCode.DEADLOCK)
              .withHint("another transaction waits for rows of this one; run it again");
        }
        owner.waitsFor = holder;
        owner.waitTable = table;
        waitCheck.run();
        if (!timeout.isZero() && System.nanoTime() - deadline >= 0) {
          throw new GabbroException(ErrorCode.LOCK_NOT_AVAILABLE, table)
              .withHint("another transaction holds the row; see the option lock_timeout");
        }
        awaitRelease();
      }
    } finally {
      owner.waitsFor = null;
      waits.unlock();
    }
  }

  /** Waits a moment; the caller's loop looks again at what it waits for. */
  @SuppressWarnings({"WaitNotInLoop", "UnusedVariable"})
  private void awaitRelease() {
    try {
      long ignored = released.awaitNanos(CHECK_NANOS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GabbroException.causedBy(e, ErrorCode.QUERY_CANCELED, "thread interrupt");
    }
  }

  private static boolean closesCircle(LockOwner owner, LockOwner holder) {
    for (LockOwner next = holder; next != null; next = next.waitsFor) {
      if (next == owner) {
        return true;
      }
    }
    return false;
  }

  /** Releases all locks of a transaction that ended; it gets no more. */
  void releaseAll(LockOwner owner) {
    List<LockKey> keys;
    synchronized (owner) {
      owner.ended = true;
      keys = owner.held;
      owner.held = List.of();
    }
    if (keys.isEmpty()) {
      return;
    }
    keys.forEach(owners::remove);
    waits.lock();
    try {
      released.signalAll();
    } finally {
      waits.unlock();
    }
  }

  /** The number of locks that a transaction holds. */
  int heldBy(LockOwner owner) {
    synchronized (owner) {
      return owner.held.size();
    }
  }

  /** What a transaction waits for, if it does. */
  Optional<TransactionInfo.Wait> waitOf(LockOwner owner) {
    waits.lock();
    try {
      return Optional.ofNullable(owner.waitsFor)
          .map(holder -> new TransactionInfo.Wait(holder.transaction, owner.waitTable));
    } finally {
      waits.unlock();
    }
  }

  /** The figures. */
  List<Metric> metrics() {
    return lockWaits.metrics();
  }

  /** The number of locks that are held now. */
  int size() {
    return owners.size();
  }

  /** Who holds locks: one a transaction. Its fields belong to the manager. */
  static final class LockOwner {
    private final long transaction;
    private final long session;
    private List<LockKey> held = new ArrayList<>();
    private LockOwner waitsFor;
    private String waitTable;
    private boolean ended;

    /** The owner for a transaction of a session; zero when it belongs to none. */
    LockOwner(long transaction, long session) {
      this.transaction = transaction;
      this.session = session;
    }

    long session() {
      return session;
    }
  }
}
