/**
 * RocksDB's write-ahead logs and its MANIFEST, read as files: what in them is whole, and what is
 * not. Rank 4.
 */
package io.gabbro.storage.rocksdb.log;
