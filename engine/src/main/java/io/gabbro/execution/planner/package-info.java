/** The planner that turns a logical plan into operators. Rank 9; not public API. */
package io.gabbro.execution.planner;
