package io.gabbro.benchmarks.rocksdb;

import io.gabbro.benchmarks.data.LineItem;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A row of {@code lineitem} as the plainest key and value that keep its order: what any encoding of
 * Gabbro has to compare itself with.
 *
 * <pre>
 * key    order key (8, BE)  line number (4, BE)
 * value  part key (8)  supplier key (8)  quantity (8)  extended price (8)  discount (8)  tax (8)
 *        ship, commit, receipt date (4 each)  return flag (1)  line status (1)
 *        length (2) and bytes of: ship instructions, ship mode, comment
 * </pre>
 */
public final class LineItemCodec {

  /** Bytes in a key. */
  public static final int KEY_SIZE = Long.BYTES + Integer.BYTES;

  static final int QUANTITY = 16;
  static final int EXTENDED_PRICE = 24;
  static final int DISCOUNT = 32;
  static final int SHIP_DATE = 48;
  private static final int MAX_VALUE_SIZE = 256;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private LineItemCodec() {}

  /** Writes the key of a row into {@code key}, which is {@link #KEY_SIZE} long. */
  public static void writeKey(long orderKey, int lineNumber, byte[] key) {
    LONG.set(key, 0, orderKey);
    INT.set(key, Long.BYTES, lineNumber);
  }

  /** The value of {@code item}. */
  public static byte[] value(LineItem item) {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_VALUE_SIZE);
    buffer.putLong(item.partKey()).putLong(item.supplierKey()).putLong(item.quantity());
    buffer.putLong(item.extendedPriceCents());
    buffer.putLong(item.discountPercent()).putLong(item.taxPercent());
    buffer.putInt(item.shipDate()).putInt(item.commitDate()).putInt(item.receiptDate());
    buffer.put((byte) item.returnFlag().charAt(0)).put((byte) item.lineStatus().charAt(0));
    putText(buffer, item.shipInstructions());
    putText(buffer, item.shipMode());
    putText(buffer, item.comment());
    byte[] value = new byte[buffer.position()];
    buffer.flip().get(value);
    return value;
  }

  private static void putText(ByteBuffer buffer, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.putShort((short) bytes.length).put(bytes);
  }

  static long readLong(byte[] value, int offset) {
    return (long) LONG.get(value, offset);
  }

  static int readInt(byte[] value, int offset) {
    return (int) INT.get(value, offset);
  }

  static void writeLong(byte[] value, int offset, long number) {
    LONG.set(value, offset, number);
  }
}
