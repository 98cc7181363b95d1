/**
 * Column segments: the values of one column for some thousand rows, immutable and encoded so that
 * they take little memory and decode in simple loops, and filters that run on them as they are.
 * Rank 5; not public API.
 */
package io.gabbro.column.segment;
