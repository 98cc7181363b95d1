package io.gabbro.transaction;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where a transaction is in its life. It is begun by the thread of the transaction, and may be
 * ended and looked at by any.
 */
final class TransactionState {
  private final boolean readOnly;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.ACTIVE);
  private volatile boolean isDeadlockVictim;
  private boolean isBegun;

  TransactionState(boolean readOnly) {
    this.readOnly = readOnly;
  }

  /** Whether it can still read and write. */
  boolean isActive() {
    return phase.get() == Phase.ACTIVE;
  }

  /** Whether it has ended and holds nothing any more. */
  boolean isOver() {
    return phase.get() == Phase.ENDED;
  }

  /** Hears that a statement reads or locks something in it. */
  void begin() {
    isBegun = true;
  }

  /** Whether a statement has read or locked anything in it. */
  boolean isBegun() {
    return isBegun;
  }

  /** Hears that it is rolled back because of a deadlock. */
  void noteDeadlock() {
    isDeadlockVictim = true;
  }

  /** Begins the commit; false when it has ended already. */
  boolean beginCommit() {
    checkNoVictim();
    return phase.compareAndSet(Phase.ACTIVE, Phase.COMMITTING);
  }

  /** Begins to roll back; false when it has ended already, or commits. */
  boolean beginRollback() {
    return phase.compareAndSet(Phase.ACTIVE, Phase.ENDED);
  }

  /** Hears that it has ended. */
  void end() {
    phase.set(Phase.ENDED);
  }

  private void checkNoVictim() {
    if (isDeadlockVictim) {
      throw new GabbroException(ErrorCode.TRANSACTION_ABORTED);
    }
  }

  /** Refuses to go on in a transaction that has ended. */
  void checkActive() {
    checkNoVictim();
    if (!isActive()) {
      throw new GabbroException(ErrorCode.INVALID_TRANSACTION_STATE, "the transaction has ended");
    }
  }

  /** Refuses a change in a transaction that has ended or may only read. */
  void checkWritable(String what) {
    checkActive();
    if (readOnly) {
      throw new GabbroException(ErrorCode.READ_ONLY, what, "transaction");
    }
  }

  private enum Phase {
    ACTIVE,
    COMMITTING,
    ENDED
  }
}
