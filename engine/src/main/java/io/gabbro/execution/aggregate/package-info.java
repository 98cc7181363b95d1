/**
 * Grouping and aggregation: tables that number groups, the aggregates of one thread, and the
 * operator over them. Rank 9; not public API.
 */
package io.gabbro.execution.aggregate;
