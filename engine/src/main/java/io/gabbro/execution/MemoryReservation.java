package io.gabbro.execution;

/** The part of a {@link MemoryBudget} that one operator holds. Not thread-safe. */
public final class MemoryReservation implements AutoCloseable {
  private final MemoryBudget budget;
  private long held;

  /** Holds nothing yet. */
  public MemoryReservation(MemoryBudget budget) {
    this.budget = budget;
  }

  /** The bytes that it holds. */
  public long held() {
    return held;
  }

  /** The bytes that the whole statement may use. */
  public long limit() {
    return budget.limit();
  }

  /** Changes what it holds; false, and no change, when the budget does not have it. */
  public boolean tryHold(long bytes) {
    if (!budget.tryReserve(bytes - held)) {
      return false;
    }
    held = bytes;
    return true;
  }

  /**
   * Changes what it holds.
   *
   * @param purpose what for, for the message
   * @throws io.gabbro.error.GabbroException {@code OUT_OF_MEMORY}
   */
  public void hold(long bytes, String purpose) {
    budget.reserve(bytes - held, purpose);
    held = bytes;
  }

  /** Gives all of it back. */
  @Override
  public void close() {
    budget.release(held);
    held = 0;
  }
}
