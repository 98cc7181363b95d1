package io.gabbro.function.string;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches for the same bytes in many texts. It looks for the rarest of them, eight at a time, and
 * compares the others only around places where that one occurs. Immutable.
 */
final class ByteSearch {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  /** The most frequent characters of texts, most frequent first. */
  private static final String FREQUENT = " etaoinsrhldcumfpgwybvk";

  private final byte[] searched;
  private final int anchor;
  private final long pattern;

  /** A search for some bytes, at least one. */
  ByteSearch(byte[] searched) {
    this.searched = searched;
    anchor = rarest(searched);
    pattern = (searched[anchor] & 0xFFL) * LOWEST_BITS;
  }

  private static int rarest(byte[] bytes) {
    int rarest = 0;
    for (int index = 1; index < bytes.length; index++) {
      rarest = rarity(bytes[index]) > rarity(bytes[rarest]) ? index : rarest;
    }
    return rarest;
  }

  private static int rarity(byte value) {
    int rank = FREQUENT.indexOf(value);
    return rank < 0 ? FREQUENT.length() : rank;
  }

  int length() {
    return searched.length;
  }

  /** Where the bytes occur first, -1 if they do not. */
  int indexOf(byte[] text, int start, int end) {
    int position = start + anchor;
    int last = end - searched.length + anchor;
    for (; position <= last - (Long.BYTES - 1); position += Long.BYTES) {
      long difference = (long) WORDS.get(text, position) ^ pattern;
      // The highest bit of each byte that is zero, and perhaps of some above it.
      long candidates = (difference - LOWEST_BITS) & ~difference & HIGHEST_BITS;
      while (candidates != 0) {
        int found = position + Long.numberOfTrailingZeros(candidates) / Byte.SIZE - anchor;
        if (occursAt(text, found)) {
          return found;
        }
        candidates &= candidates - 1;
      }
    }
    for (; position <= last; position++) {
      if (text[position] == searched[anchor] && occursAt(text, position - anchor)) {
        return position - anchor;
      }
    }
    return -1;
  }

  private boolean occursAt(byte[] text, int position) {
    for (int index = 0; index < searched.length; index++) {
      if (text[position + index] != searched[index]) {
        return false;
      }
    }
    return true;
  }
}
