/** Casts, explicit and on assignment, as kernels. Rank 3, above function; not public API. */
package io.gabbro.function.cast;
