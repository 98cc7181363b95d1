/**
 * Scans of tables: from key expressions to byte ranges, from byte ranges to blocks of rows, from
 * blocks to batches. Rank 9; not public API.
 */
package io.gabbro.execution.scan;
