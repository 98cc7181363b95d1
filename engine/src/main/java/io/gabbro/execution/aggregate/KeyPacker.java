package io.gabbro.execution.aggregate;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Packs the key columns of a row into one word, so that rows have equal words exactly if their keys
 * are equal. Each column has a number of bits:
 *
 * <pre>
 * LONG alone   64   its value; NULL has no word
 * BOOLEAN       2   0 false, 1 true, 2 NULL
 * INT          33   its value, or 1 and 32 zeros for NULL
 * BYTES        8 n  a share of what the others leave: its length and its bytes, if there are at
 *                   most n - 1; 0xFF and zeros for NULL
 * </pre>
 */
final class KeyPacker {
  private static final int BOOLEAN_BITS = 2;
  private static final int INT_BITS = 33;
  private static final long NULL_BYTES = 0xFF;

  private final List<VectorKind> kinds;

  /** The greatest length of BYTES that has a word. */
  private final int maxLength;

  private KeyPacker(List<VectorKind> kinds, int maxLength) {
    this.kinds = kinds;
    this.maxLength = maxLength;
  }

  /** A packer for columns of these kinds, if a word can hold them. */
  static Optional<KeyPacker> of(List<VectorKind> kinds) {
    if (kinds.equals(List.of(VectorKind.LONG))) {
      return Optional.of(new KeyPacker(kinds, 0));
    }
    int bits = Long.SIZE;
    int byteColumns = 0;
    for (VectorKind kind : kinds) {
      switch (kind) {
        case BOOLEAN -> bits -= BOOLEAN_BITS;
        case INT -> bits -= INT_BITS;
        case BYTES -> byteColumns++;
        default -> {
          return Optional.empty();
        }
      }
    }
    if (byteColumns == 0) {
      return bits < 0 ? Optional.empty() : Optional.of(new KeyPacker(kinds, 0));
    }
    int share = bits / byteColumns / Byte.SIZE;
    return share < 2 ? Optional.empty() : Optional.of(new KeyPacker(kinds, share - 1));
  }

  List<VectorKind> kinds() {
    return kinds;
  }

  /** Whether the key is one LONG, for which NULL has no word. */
  boolean isSingleLong() {
    return kinds.size() == 1 && kinds.get(0) == VectorKind.LONG;
  }

  /**
   * Packs rows.
   *
   * @param words set to the word of each row, at the row's position
   * @return false when a key does not fit; {@code words} is of no use then
   */
  boolean pack(ColumnVector[] keys, Selection rows, long[] words) {
    if (isSingleLong()) {
      System.arraycopy(((LongVector) keys[0]).values(), 0, words, 0, rows.end());
      return true;
    }
    Arrays.fill(words, 0, rows.end(), 0);
    for (ColumnVector key : keys) {
      if (key instanceof IntVector ints) {
        pack(ints, rows, words);
      } else if (key instanceof BooleanVector booleans) {
        pack(booleans, rows, words);
      } else if (!pack((BytesVector) key, rows, words)) {
        return false;
      }
    }
    return true;
  }

  private static void pack(IntVector vector, Selection rows, long[] words) {
    int[] values = vector.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      long bits = vector.isNull(row) ? 1L << Integer.SIZE : values[row] & 0xFFFF_FFFFL;
      words[row] = (words[row] << INT_BITS) | bits;
    }
  }

  private static void pack(BooleanVector vector, Selection rows, long[] words) {
    boolean[] values = vector.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int bits = vector.isNull(row) ? 2 : values[row] ? 1 : 0;
      words[row] = (words[row] << BOOLEAN_BITS) | bits;
    }
  }

  private boolean pack(BytesVector vector, Selection rows, long[] words) {
    byte[] data = vector.data();
    int width = (maxLength + 1) * Byte.SIZE;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      long bits = NULL_BYTES << (maxLength * Byte.SIZE);
      if (!vector.isNull(row)) {
        int length = vector.length(row);
        if (length > maxLength) {
          return false;
        }
        int start = vector.start(row);
        bits = 0;
        for (int at = 0; at < length; at++) {
          bits = (bits << Byte.SIZE) | (data[start + at] & 0xFF);
        }
        bits |= (long) length << (maxLength * Byte.SIZE);
      }
      words[row] = width == Long.SIZE ? bits : (words[row] << width) | bits;
    }
    return true;
  }
}
