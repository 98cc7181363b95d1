/**
 * Dates, times and intervals: their arithmetic, fields and functions. Rank 3, above function; not
 * public API.
 */
package io.gabbro.function.datetime;
