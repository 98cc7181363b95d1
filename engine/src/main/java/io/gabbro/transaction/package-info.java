/**
 * Transactions over the store: row locks with deadlock detection, write sets, savepoints, snapshots
 * and commits as one write batch. Rank 7; not public API.
 */
package io.gabbro.transaction;
