/**
 * The bound, typed, immutable logical plan; the binder that makes it from a syntax tree and a
 * catalog; and its printed form. Rank 6; not public API.
 */
package io.gabbro.plan;
