/**
 * Sorting: buffers of rows, orders, sorted runs in files and their merge, and the operators over
 * them. Rank 9; not public API.
 */
package io.gabbro.execution.sort;
