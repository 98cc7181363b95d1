/**
 * Schemas, tables and columns: immutable definitions, snapshots of all of them, and their
 * persistence as DDL text. Rank 5; not public API.
 */
package io.gabbro.catalog;
