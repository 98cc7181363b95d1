/**
 * The storage SPI: an ordered key-value store with column families, snapshots, cursors that fill
 * blocks of rows, and atomic write batches. Rank 4; not public API.
 */
package io.gabbro.storage;
