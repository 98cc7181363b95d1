/**
 * The arithmetic operators on numbers, dates, times and intervals. Rank 3, above function; not
 * public API.
 */
package io.gabbro.function.arithmetic;
