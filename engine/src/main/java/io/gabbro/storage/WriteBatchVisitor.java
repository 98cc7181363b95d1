package io.gabbro.storage;

/**
 * What sees the operations of a {@link WriteBatch}. The array belongs to the batch: it must not be
 * changed, and not be kept beyond the call. Families are given by {@link ColumnFamily#id()}.
 */
public interface WriteBatchVisitor {
  /** The write of a key and its value, both in {@code bytes}. */
  void put(
      int family, byte[] bytes, int keyOffset, int keyLength, int valueOffset, int valueLength);

  /** The delete of a key. */
  void delete(int family, byte[] bytes, int keyOffset, int keyLength);

  /** The delete of all keys from {@code lower} on that are less than {@code upper}. */
  void deleteRange(
      int family, byte[] bytes, int lowerOffset, int lowerLength, int upperOffset, int upperLength);
}
