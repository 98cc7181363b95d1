/** Aggregate functions and their accumulators. Rank 3, above function; not public API. */
package io.gabbro.function.aggregate;
