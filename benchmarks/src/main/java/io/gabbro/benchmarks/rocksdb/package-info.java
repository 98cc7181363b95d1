/**
 * RocksDB on its own, with nothing of Gabbro between: the physical limit that the store is measured
 * against, and a search for the options that come closest to it. Rank 10; not public API.
 */
package io.gabbro.benchmarks.rocksdb;
