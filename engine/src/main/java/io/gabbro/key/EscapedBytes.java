package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.bytes.LittleEndian;
import java.util.Arrays;

/**
 * Byte strings that end themselves and keep their order: 00 becomes {@code 00 FF}, and {@code 00
 * 00} ends the string. Every byte, of the terminator too, is combined with a mask by exclusive or:
 * 0, or FF for the inverse order.
 */
final class EscapedBytes {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private EscapedBytes() {}

  /** Appends a string with its terminator. */
  static void append(byte[] source, int start, int length, int mask, ByteBuilder target) {
    int end = start + length;
    int from = start;
    while (true) {
      int zero = indexOf(source, from, end, 0);
      appendMasked(source, from, (zero < 0 ? end : zero + 1) - from, mask, target);
      if (zero < 0) {
        break;
      }
      target.putByte(0xFF ^ mask);
      from = zero + 1;
    }
    target.putShort((mask << 8) | mask);
  }

  /** Turns what a builder holds from {@code start} into a string with its terminator. */
  static void escape(ByteBuilder target, int start) {
    if (indexOf(target.bytes(), start, target.length(), 0) < 0) {
      target.putShort(0);
      return;
    }
    byte[] plain = Arrays.copyOfRange(target.bytes(), start, target.length());
    target.setLength(start);
    append(plain, 0, plain.length, 0, target);
  }

  private static void appendMasked(
      byte[] source, int start, int length, int mask, ByteBuilder target) {
    if (mask == 0) {
      target.put(source, start, length);
      return;
    }
    int at = target.length();
    target.setLength(at + length);
    byte[] bytes = target.bytes();
    for (int index = 0; index < length; index++) {
      bytes[at + index] = (byte) (source[start + index] ^ mask);
    }
  }

  /** Where a string with its terminator ends; -1 when it does not end before {@code limit}. */
  static int end(byte[] bytes, int start, int limit, int mask) {
    int at = start;
    while (true) {
      int zero = indexOf(bytes, at, limit, mask);
      if (zero < 0 || zero + 1 >= limit) {
        return -1;
      }
      int next = (bytes[zero + 1] ^ mask) & 0xFF;
      if (next != 0xFF) {
        return next == 0 ? zero + 2 : -1;
      }
      at = zero + 2;
    }
  }

  /** Copies a string that {@link #end} accepted, without escapes and terminator; its length. */
  static int copy(byte[] bytes, int start, int mask, byte[] target, int targetStart) {
    int to = targetStart;
    for (int at = start; ; at++) {
      byte value = (byte) (bytes[at] ^ mask);
      if (value == 0) {
        if ((byte) (bytes[at + 1] ^ mask) == 0) {
          return to - targetStart;
        }
        at++;
      }
      target[to++] = value;
    }
  }

  /** Where the byte {@code value}, 0 or FF, first is from {@code start} to {@code end}; or -1. */
  static int indexOf(byte[] bytes, int start, int end, int value) {
    int at = start;
    long mask = value * ONES;
    for (; end - at >= Long.BYTES; at += Long.BYTES) {
      long word = LittleEndian.getLong(bytes, at) ^ mask;
      long zeros = (word - ONES) & ~word & HIGH_BITS;
      if (zeros != 0) {
        return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
      }
    }
    for (; at < end; at++) {
      if (bytes[at] == (byte) value) {
        return at;
      }
    }
    return -1;
  }
}
