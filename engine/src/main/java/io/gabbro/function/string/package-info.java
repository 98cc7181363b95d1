/**
 * Functions on strings of characters and bytes, concatenation and pattern matching. Rank 3, above
 * function; not public API.
 */
package io.gabbro.function.string;
