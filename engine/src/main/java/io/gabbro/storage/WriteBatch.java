package io.gabbro.storage;

/**
 * Operations that are applied together: puts, deletes and range deletes, in the order in which they
 * were added. They are kept in one byte array in the serialized form of a RocksDB write batch (8
 * bytes sequence, 4 bytes count, then the records), so that a commit is a single native call. Not
 * thread-safe.
 */
public final class WriteBatch {}
