package io.gabbro.transaction;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.time.Duration;
import java.util.Optional;

/** The locks of a transaction, which it keeps until its end, and how it waits for them. */
final class TransactionLocks {
  private final LockManager manager;
  private final LockManager.LockOwner owner;
  private final Duration timeout;
  private final TransactionState state;
  private final Runnable onDeadlock;
  private Runnable waitCheck = () -> {};

  /**
   * The locks of a transaction that has none yet.
   *
   * @param timeout how long to wait for one; zero means without end
   * @param onDeadlock rolls the transaction back
   */
  TransactionLocks(
      LockManager manager,
      LockManager.LockOwner owner,
      Duration timeout,
      TransactionState state,
      Runnable onDeadlock) {
    this.manager = manager;
    this.owner = owner;
    this.timeout = timeout;
    this.state = state;
    this.onDeadlock = onDeadlock;
  }

  void onWait(Runnable check) {
    waitCheck = check;
  }

  /** What is run now and then while the transaction waits, and may throw to end the wait. */
  Runnable waitCheck() {
    return waitCheck;
  }

  /**
   * Takes a lock; who would close a circle of waits is rolled back, so that the others go on.
   *
   * @param what what is locked, for messages
   * @return whether the lock is new
   */
  boolean acquire(LockKey key, String what) {
    state.begin();
    try {
      return manager.acquire(owner, key, timeout, waitCheck, what);
    } catch (GabbroException e) {
      if (e.code() == ErrorCode.DEADLOCK) {
        state.noteDeadlock();
        onDeadlock.run();
      }
      throw e;
    }
  }

  /** Takes a lock unless another has it; says whether the transaction has it then. */
  boolean tryAcquire(LockKey key) {
    return manager.tryAcquire(owner, key);
  }

  /** The number of locks. Safe from any thread. */
  int count() {
    return manager.heldBy(owner);
  }

  /** What is waited for, if anything is. Safe from any thread. */
  Optional<TransactionInfo.Wait> currentWait() {
    return manager.waitOf(owner);
  }

  /** Gives all back; there will be no more. */
  void release() {
    manager.releaseAll(owner);
  }
}
