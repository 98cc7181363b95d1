package io.gabbro.type;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Code points in UTF-8 bytes. Malformed bytes give some code point and never an error. */
public final class Utf8 {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final int REPLACEMENT = 0xFFFD;

  private Utf8() {}

  /** Whether a byte continues a code point. */
  public static boolean isContinuation(byte value) {
    return (value & 0xC0) == 0x80;
  }

  /** The number of code points: of the bytes that continue none. */
  public static int length(byte[] bytes, int start, int count) {
    int end = start + count;
    int continuations = 0;
    int index = start;
    for (; index <= end - Long.BYTES; index += Long.BYTES) {
      long word = (long) WORDS.get(bytes, index);
      // Bit 7 set and bit 6 not, in each byte of the word.
      long marks = (word >>> 7) & (~word >>> 6) & LOWEST_BITS;
      continuations += Long.bitCount(marks);
    }
    for (; index < end; index++) {
      continuations += isContinuation(bytes[index]) ? 1 : 0;
    }
    return count - continuations;
  }

  /** Whether all bytes are ASCII. */
  public static boolean isAscii(byte[] bytes, int start, int count) {
    int seen = 0;
    for (int index = start; index < start + count; index++) {
      seen |= bytes[index];
    }
    return seen >= 0;
  }

  /**
   * Whether the bytes are UTF-8: no byte missing or astray, no code point longer than it must be,
   * no half of a surrogate pair.
   */
  public static boolean isValid(byte[] bytes, int start, int count) {
    if (isAscii(bytes, start, count)) {
      return true;
    }
    int end = start + count;
    int at = start;
    while (at < end) {
      int first = bytes[at] & 0xFF;
      int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
      if (length == 0 || first > 0xF4 || length > end - at) {
        return false;
      }
      for (int index = 1; index < length; index++) {
        if (!isContinuation(bytes[at + index])) {
          return false;
        }
      }
      if (length > 2) {
        int second = bytes[at + 1] & 0xFF;
        boolean tooLong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        boolean noCodePoint = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
        if (tooLong || noCodePoint) {
          return false;
        }
      }
      at += length;
    }
    return true;
  }

  /** Where the code point after that at {@code position} starts; at most {@code end}. */
  public static int next(byte[] bytes, int position, int end) {
    int next = position + 1;
    while (next < end && isContinuation(bytes[next])) {
      next++;
    }
    return next;
  }

  /** Where the code point before {@code position} starts; at least {@code start}. */
  public static int previous(byte[] bytes, int position, int start) {
    int previous = position - 1;
    while (previous > start && isContinuation(bytes[previous])) {
      previous--;
    }
    return previous;
  }

  /** Where the code point {@code codePoints} after {@code position} starts; at most {@code end}. */
  public static int skip(byte[] bytes, int position, int end, long codePoints) {
    long left = codePoints;
    int skipped = position;
    for (; skipped < end; skipped++) {
      if (!isContinuation(bytes[skipped]) && left-- <= 0) {
        break;
      }
    }
    return skipped;
  }

  /** The code point that starts at {@code position}. */
  public static int codePoint(byte[] bytes, int position, int end) {
    int lead = bytes[position];
    if (lead >= 0) {
      return lead;
    }
    int more = lead >= (byte) 0xF0 ? 3 : lead >= (byte) 0xE0 ? 2 : 1;
    if (lead < (byte) 0xC0 || end - position <= more) {
      return REPLACEMENT;
    }
    int codePoint = lead & (0x3F >> more);
    for (int index = 1; index <= more; index++) {
      codePoint = (codePoint << 6) | (bytes[position + index] & 0x3F);
    }
    return codePoint;
  }

  /**
   * Writes a code point, which takes up to four bytes.
   *
   * @return the position behind it
   */
  public static int encode(int codePoint, byte[] target, int position) {
    int next = position;
    if (codePoint < 0x80) {
      target[next++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      target[next++] = (byte) (0xC0 | (codePoint >> 6));
      target[next++] = (byte) (0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
      target[next++] = (byte) (0xE0 | (codePoint >> 12));
      target[next++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
      target[next++] = (byte) (0x80 | (codePoint & 0x3F));
    } else {
      target[next++] = (byte) (0xF0 | (codePoint >> 18));
      target[next++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
      target[next++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
      target[next++] = (byte) (0x80 | (codePoint & 0x3F));
    }
    return next;
  }
}
