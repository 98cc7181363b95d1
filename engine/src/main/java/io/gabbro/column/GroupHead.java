package io.gabbro.column;

import io.gabbro.bytes.BigEndian;
import io.gabbro.bytes.ByteBuilder;
import io.gabbro.catalog.CatalogStore;
import io.gabbro.catalog.TableDefinition;
import io.gabbro.storage.ColumnFamily;
import io.gabbro.storage.KeyRange;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What the store says of a group.
 *
 * @param fingerprint of the table's definition; another one means other rows
 * @param rows the number of rows
 * @param totalBytes the heap that the group takes
 * @param range the keys that belong to it
 * @param columns the columns that it has
 */
@SuppressWarnings("ArrayRecordComponent")
record GroupHead(byte[] fingerprint, int rows, long totalBytes, KeyRange range, BitSet columns) {
  private static final int FINGERPRINT_BYTES = 16;

  /** A number of bytes that differs between any two definitions of a table. */
  static byte[] fingerprint(TableDefinition table, ColumnFamily family) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(CatalogStore.tableValue(table));
      byte[] number = new byte[Integer.BYTES];
      BigEndian.putInt(number, 0, family.id());
      return Arrays.copyOf(digest.digest(number), FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  byte[] toBytes() {
    ByteBuilder out = SealedBytes.start();
    out.put(fingerprint);
    out.putIntLittle(rows);
    out.putLongLittle(totalBytes);
    SealedBytes.putBytes(out, range.lower());
    SealedBytes.putBytes(out, range.upper());
    SealedBytes.putBytes(out, columns.toByteArray());
    return SealedBytes.end(out);
  }

  /**
   * Reads what {@link #toBytes} made.
   *
   * @throws io.gabbro.error.GabbroException {@code DATABASE_CORRUPTED} for anything else
   */
  static GroupHead read(byte[] value) {
    return SealedBytes.read(value, GroupHead::read);
  }

  private static GroupHead read(ByteBuffer in) {
    byte[] fingerprint = new byte[FINGERPRINT_BYTES];
    in.get(fingerprint);
    return new GroupHead(
        fingerprint,
        in.getInt(),
        in.getLong(),
        new KeyRange(SealedBytes.bytes(in), SealedBytes.bytes(in)),
        BitSet.valueOf(SealedBytes.bytes(in)));
  }
}
