/**
 * Rules that turn a bound plan into one that does less and gives the same rows: one rule a class.
 * Rank 8; not public API.
 */
package io.gabbro.optimizer;
