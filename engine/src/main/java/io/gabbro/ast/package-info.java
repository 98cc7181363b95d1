/**
 * The abstract syntax tree: sealed roots, records and source positions, exactly what was written
 * and nothing that was inferred. Rank 2; not public API.
 */
package io.gabbro.ast;
