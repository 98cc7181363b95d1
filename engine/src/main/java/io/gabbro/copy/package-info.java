/**
 * CSV files of COPY: their options, reading and writing, with the place of everything that is wrong
 * with them. Rank 9; not public API.
 */
package io.gabbro.copy;
