package io.gabbro.transaction;

import java.time.Instant;
import java.util.Optional;

/**
 * An open transaction as others see it at a moment.
 *
 * @param id its number
 * @param session the session that it belongs to; zero when it belongs to a typed table
 * @param started when it started
 * @param isolation its isolation
 * @param readOnly whether it refuses writes
 * @param locks the number of row locks that it holds
 * @param bytes the size of what it has written
 * @param waiting what it waits for, if it does
 */
public record TransactionInfo(
    long id,
    long session,
    Instant started,
    Isolation isolation,
    boolean readOnly,
    int locks,
    int bytes,
    Optional<Wait> waiting) {
  /**
   * A wait for a lock.
   *
   * @param holder the number of the transaction that has the lock
   * @param table the table of the row
   */
  public record Wait(long holder, String table) {}
}
