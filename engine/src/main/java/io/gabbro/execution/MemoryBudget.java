package io.gabbro.execution;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The bytes of heap that the operators of one statement may keep between batches. Thread-safe.
 * Buffers that are bounded by the size of a batch are not counted.
 */
public final class MemoryBudget {
  private final long limit;
  private final LongAdder all;
  private final AtomicLong used = new AtomicLong();

  /** A budget of so many bytes. */
  public MemoryBudget(long limit) {
    this(limit, new LongAdder());
  }

  /**
   * A budget of so many bytes.
   *
   * @param all what this and other budgets have taken together
   */
  public MemoryBudget(long limit, LongAdder all) {
    this.limit = limit;
    this.all = all;
  }

  /** The greatest number of bytes. */
  public long limit() {
    return limit;
  }

  /** The bytes that are taken now. */
  public long used() {
    return used.get();
  }

  /** Takes bytes if they are there. */
  public boolean tryReserve(long bytes) {
    long now = used.addAndGet(bytes);
    if (now > limit && bytes > 0) {
      used.addAndGet(-bytes);
      return false;
    }
    all.add(bytes);
    return true;
  }

  /**
   * Takes bytes.
   *
   * @param purpose what for, as in "string_agg", for the message
   * @throws GabbroException {@code OUT_OF_MEMORY} when they are not there
   */
  public void reserve(long bytes, String purpose) {
    if (!tryReserve(bytes)) {
      throw new GabbroException(
          ErrorCode.OUT_OF_MEMORY,
          purpose + " needs more than memory_limit (" + limit + " bytes) allows");
    }
  }

  /** Gives bytes back. */
  public void release(long bytes) {
    used.addAndGet(-bytes);
    all.add(-bytes);
  }
}
