package io.gabbro.benchmarks.rocksdb;

import io.gabbro.benchmarks.data.LineItem;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

  /** No value is longer. */
  public static final int MAX_VALUE_SIZE = 256;

  private static final int PART_KEY = 0;
  private static final int SUPPLIER_KEY = 8;
  private static final int QUANTITY = 16;
  private static final int EXTENDED_PRICE = 24;
  private static final int DISCOUNT = 32;
  private static final int TAX = 40;
  private static final int SHIP_DATE = 48;
  private static final int COMMIT_DATE = 52;
  private static final int RECEIPT_DATE = 56;
  private static final int RETURN_FLAG = 60;
  private static final int LINE_STATUS = 61;
  private static final int TEXTS = 62;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private LineItemCodec() {}

  /** Writes the key of a row into {@code key}, which is {@link #KEY_SIZE} long. */
  public static void writeKey(long orderKey, int lineNumber, byte[] key) {
    LONG.set(key, 0, orderKey);
    INT.set(key, Long.BYTES, lineNumber);
  }

  /** Compares two keys as RocksDB does. */
  public static int compareKeys(byte[] left, byte[] right) {
    return Arrays.compareUnsigned(left, right);
  }

  /** The order key in {@code key}. */
  public static long orderKey(byte[] key) {
    return (long) LONG.get(key, 0);
  }

  /** The line number in {@code key}. */
  public static int lineNumber(byte[] key) {
    return (int) INT.get(key, Long.BYTES);
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

  /** The whole row of a key and a value. */
  public static LineItem decode(byte[] key, byte[] value) {
    int shipMode = nextText(value, TEXTS);
    return new LineItem(
        orderKey(key),
        (long) LONG.get(value, PART_KEY),
        (long) LONG.get(value, SUPPLIER_KEY),
        lineNumber(key),
        quantity(value),
        extendedPriceCents(value),
        discountPercent(value),
        (long) LONG.get(value, TAX),
        new String(value, RETURN_FLAG, 1, StandardCharsets.UTF_8),
        new String(value, LINE_STATUS, 1, StandardCharsets.UTF_8),
        shipDate(value),
        (int) INT.get(value, COMMIT_DATE),
        (int) INT.get(value, RECEIPT_DATE),
        text(value, TEXTS),
        text(value, shipMode),
        text(value, nextText(value, shipMode)));
  }

  /** The quantity in {@code value}. */
  public static long quantity(byte[] value) {
    return (long) LONG.get(value, QUANTITY);
  }

  /** Replaces the quantity in {@code value}. */
  public static void writeQuantity(byte[] value, long quantity) {
    LONG.set(value, QUANTITY, quantity);
  }

  /** The extended price in {@code value}. */
  public static long extendedPriceCents(byte[] value) {
    return (long) LONG.get(value, EXTENDED_PRICE);
  }

  /** The discount in {@code value}. */
  public static long discountPercent(byte[] value) {
    return (long) LONG.get(value, DISCOUNT);
  }

  /** The ship date in {@code value}. */
  public static int shipDate(byte[] value) {
    return (int) INT.get(value, SHIP_DATE);
  }

  /** The comment in {@code value}. */
  public static String comment(byte[] value) {
    return text(value, nextText(value, nextText(value, TEXTS)));
  }

  private static int nextText(byte[] value, int offset) {
    return offset + Short.BYTES + (short) SHORT.get(value, offset);
  }

  private static String text(byte[] value, int offset) {
    return new String(
        value, offset + Short.BYTES, (short) SHORT.get(value, offset), StandardCharsets.UTF_8);
  }
}
