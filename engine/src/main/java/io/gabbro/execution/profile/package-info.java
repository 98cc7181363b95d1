/** What the operators of one execution have done, for EXPLAIN ANALYZE. Rank 8; not public API. */
package io.gabbro.execution.profile;
