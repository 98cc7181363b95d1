/** What the operators of one execution have done, for EXPLAIN ANALYZE. Rank 9; not public API. */
package io.gabbro.execution.profile;
