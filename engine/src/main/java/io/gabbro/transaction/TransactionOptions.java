package io.gabbro.transaction;

import io.gabbro.storage.Durability;
import java.time.Duration;

/**
 * How a transaction behaves.
 *
 * @param isolation what it sees of others
 * @param readOnly whether writes are refused
 * @param durability what its commit waits for
 * @param lockTimeout how long it waits for a row lock; zero means without end
 */
public record TransactionOptions(
    Isolation isolation, boolean readOnly, Durability durability, Duration lockTimeout) {}
