/**
 * Temporary files for what operators cannot keep in memory: rows are written as batches and read
 * back in the same order. Rank 9; not public API.
 */
package io.gabbro.execution.spill;
