/**
 * Comparison operators and what builds on them: NULLIF, GREATEST, LEAST. Rank 3, above function;
 * not public API.
 */
package io.gabbro.function.comparison;
