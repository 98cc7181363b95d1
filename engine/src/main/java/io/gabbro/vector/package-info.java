/**
 * Column vectors, selection vectors and row batches: the form in which data moves between
 * operators. Rank 2; not public API.
 */
package io.gabbro.vector;
