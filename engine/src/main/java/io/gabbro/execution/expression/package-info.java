/**
 * The evaluation of bound expressions over batches: expressions that compute vectors, and
 * conditions that narrow selections. Rank 9; not public API.
 */
package io.gabbro.execution.expression;
