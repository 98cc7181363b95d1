/**
 * Column segments: columnar copies of the rows of tables, derived from them, kept true under writes
 * and thrown away at any time. Rank 6; not public API.
 */
package io.gabbro.column;
