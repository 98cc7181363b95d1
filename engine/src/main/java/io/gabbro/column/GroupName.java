package io.gabbro.column;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.storage.KeyRange;

/**
 * The name of a group, and the keys of its entries in the store; docs/storage-format.md describes
 * them.
 *
 * @param table the id of its table
 * @param id a number that no other group of the database has had
 */
record GroupName(int table, long id) {
  static final byte HEAD = 'g';
  static final byte KEYS = 'k';
  static final byte SEGMENT = 's';
  static final byte MARK = 'd';
  private static final int LENGTH = 1 + Integer.BYTES + Long.BYTES;

  /** All keys of a kind. */
  static KeyRange all(byte kind) {
    return KeyRange.prefix(new byte[] {kind});
  }

  /** The group to which the key of a head, of keys, or of a mark belongs; null for other keys. */
  static GroupName of(byte[] key) {
    return key.length == LENGTH
        ? new GroupName(BigEndian.getInt(key, 1), BigEndian.getLong(key, 1 + Integer.BYTES))
        : null;
  }

  private ByteBuilder start(byte kind) {
    ByteBuilder key = new ByteBuilder(LENGTH + Short.BYTES);
    key.putByte(kind);
    key.putInt(table);
    key.putLong(id);
    return key;
  }

  /** The key of its head, its keys, or its mark. */
  byte[] key(byte kind) {
    return start(kind).toByteArray();
  }

  /** The key of a column. */
  byte[] segment(int column) {
    ByteBuilder key = start(SEGMENT);
    key.putShort(column);
    return key.toByteArray();
  }

  /** The keys of all its columns. */
  KeyRange segments() {
    return KeyRange.prefix(key(SEGMENT)).bounded();
  }
}
