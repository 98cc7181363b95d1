/**
 * Writing of rows: INSERT, UPDATE and DELETE over batches, with locks, constraints and the second
 * look at rows that changed while a lock was waited for. Rank 9; not public API.
 */
package io.gabbro.execution.write;
