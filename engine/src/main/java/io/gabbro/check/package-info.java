/**
 * Checks of what a database has stored: its files, its catalog, the rows of its tables, and what
 * nothing refers to. One class a kind of object. Rank 9; not public API.
 */
package io.gabbro.check;
