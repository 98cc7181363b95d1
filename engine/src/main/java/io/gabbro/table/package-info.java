/**
 * Tables over the store: the format of native tables, and tables of typed keys and values. Rank 8;
 * public API.
 */
package io.gabbro.table;
