/** The list of all functions. Rank 3, above the other function packages; not public API. */
package io.gabbro.function.builtin;
