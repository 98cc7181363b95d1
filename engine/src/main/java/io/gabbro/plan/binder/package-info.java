/**
 * The binder: resolves the names and types of a syntax tree against a catalog and a function
 * registry and yields a plan. Rank 6; not public API.
 */
package io.gabbro.plan.binder;
