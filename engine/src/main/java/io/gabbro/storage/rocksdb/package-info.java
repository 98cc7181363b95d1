/**
 * The store over RocksDB. It owns every native handle: each has one owner, is closed once, and is
 * never reached after that, because RocksDB's Java binding crashes the JVM when a closed handle is
 * used. Rank 5; not public API; the only package that imports {@code org.rocksdb}.
 */
package io.gabbro.storage.rocksdb;
