package io.gabbro.column.segment;

import io.gabbro.bytes.LittleEndian;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.Arrays;

/** Reads the persistent form of a segment, and refuses what it cannot be. Not thread-safe. */
final class SegmentInput {
  private final byte[] bytes;
  private final int end;
  private int at;

  SegmentInput(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  static GabbroException damaged(String what) {
    return new GabbroException(ErrorCode.DATABASE_CORRUPTED, "a column segment " + what);
  }

  /** Refuses the segment unless a condition holds. */
  void check(boolean condition) {
    if (!condition) {
      throw damaged("does not decode");
    }
  }

  /** Refuses the segment unless all has been read. */
  void checkEnd() {
    check(at == end);
  }

  /** Refuses the segment unless it has so many more bytes. */
  void checkRemaining(long count) {
    check(count <= end - at);
  }

  private int take(long count, int width) {
    check(count >= 0 && count * width <= end - at);
    int start = at;
    at += (int) count * width;
    return start;
  }

  int unsignedByte() {
    return bytes[take(1, 1)] & 0xFF;
  }

  boolean bool() {
    int value = unsignedByte();
    check(value <= 1);
    return value == 1;
  }

  int intValue() {
    return LittleEndian.getInt(bytes, take(1, Integer.BYTES));
  }

  long longValue() {
    return LittleEndian.getLong(bytes, take(1, Long.BYTES));
  }

  byte[] bytes(int count) {
    int start = take(count, 1);
    return Arrays.copyOfRange(bytes, start, start + count);
  }

  void copy(byte[] target, int targetStart, int count) {
    System.arraycopy(bytes, take(count, 1), target, targetStart, count);
  }

  short[] shorts(int count) {
    int start = take(count, Short.BYTES);
    short[] values = new short[count];
    for (int index = 0; index < count; index++) {
      values[index] = LittleEndian.getShort(bytes, start + index * Short.BYTES);
    }
    return values;
  }

  int[] ints(int count) {
    int start = take(count, Integer.BYTES);
    int[] values = new int[count];
    for (int index = 0; index < count; index++) {
      values[index] = LittleEndian.getInt(bytes, start + index * Integer.BYTES);
    }
    return values;
  }

  long[] longs(int count) {
    int start = take(count, Long.BYTES);
    long[] values = new long[count];
    for (int index = 0; index < count; index++) {
      values[index] = LittleEndian.getLong(bytes, start + index * Long.BYTES);
    }
    return values;
  }
}
