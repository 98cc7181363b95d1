/**
 * The data types of SQL, the values of literals and parameters, and the rules of casts and
 * coercions. Rank 1; not public API.
 */
package io.gabbro.type;
