package io.gabbro.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** Keys and values as text in Latin-1, a character a byte, for tests of stores. */
public final class Pairs {
  private Pairs() {}

  /** The bytes of a text. */
  public static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** The text of bytes. */
  public static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, ISO_8859_1);
  }

  /** A range from text to text; null for no bound. */
  public static KeyRange range(String lower, String upper) {
    return new KeyRange(lower == null ? null : bytes(lower), upper == null ? null : bytes(upper));
  }

  /** Writes one pair. */
  public static void put(Database database, ColumnFamily family, String key, String value) {
    WriteBatch batch = new WriteBatch();
    batch.put(family, bytes(key), bytes(value));
    database.write(batch, Durability.OS);
  }

  /** Deletes one key. */
  public static void delete(Database database, ColumnFamily family, String key) {
    WriteBatch batch = new WriteBatch();
    batch.delete(family, bytes(key));
    database.write(batch, Durability.OS);
  }

  /** The value of a key; null for none. */
  public static String get(Database database, ColumnFamily family, Snapshot snapshot, String key) {
    ValueBuffer buffer = new ValueBuffer();
    byte[] keyBytes = bytes(key);
    return database.get(family, snapshot, keyBytes, keyBytes.length, buffer)
        ? text(buffer.toByteArray())
        : null;
  }

  /** All pairs of a family in ascending order, as {@code key=value}. */
  public static List<String> all(Database database, ColumnFamily family, Snapshot snapshot) {
    return scan(database, family, snapshot, KeyRange.all(), Direction.FORWARD, 100);
  }

  /** The pairs that a cursor shows, as {@code key=value}. */
  public static List<String> scan(
      Database database,
      ColumnFamily family,
      Snapshot snapshot,
      KeyRange range,
      Direction direction,
      int blockSize) {
    try (RowCursor cursor = database.cursor(family, snapshot, range, direction)) {
      return rest(cursor, blockSize);
    }
  }

  /** The pairs that a cursor has still to show, as {@code key=value}. */
  public static List<String> rest(RowCursor cursor, int blockSize) {
    List<String> pairs = new ArrayList<>();
    RowBlock block = new RowBlock(blockSize, true, true);
    while (cursor.fill(block, blockSize) > 0) {
      for (int row = 0; row < block.count(); row++) {
        pairs.add(text(block.key(row)) + "=" + text(block.value(row)));
      }
    }
    return pairs;
  }
}
