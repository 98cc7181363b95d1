/**
 * Scalar functions, operators, casts and aggregates, one class each, and the registries that find
 * them by name. Rank 3; not public API.
 */
package io.gabbro.function;
