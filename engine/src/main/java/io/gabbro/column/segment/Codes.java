package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;

/**
 * Codes of dictionary entries, in one or two bytes a row. Immutable.
 *
 * <p>{@code start} is the row that position 0 stands for; {@code positions} is null for the first
 * {@code count}; targets are indexed by position.
 */
final class Codes {
  /** The most entries that a dictionary may have. */
  static final int MAX_ENTRIES = 4096;

  private static final int BYTE_ENTRIES = 256;

  private final byte[] narrow;
  private final short[] wide;
  private final Offsets offsets;

  private Codes(byte[] narrow, short[] wide) {
    this.narrow = narrow;
    this.wide = wide;
    offsets = narrow != null ? new ByteOffsets(narrow) : new ShortOffsets(wide);
  }

  /** The bytes of a code of a dictionary with so many entries. */
  static int width(int entries) {
    return entries <= BYTE_ENTRIES ? 1 : 2;
  }

  static Codes of(int[] codes, int rows, int entries) {
    if (entries <= BYTE_ENTRIES) {
      byte[] bytes = new byte[rows];
      for (int row = 0; row < rows; row++) {
        bytes[row] = (byte) codes[row];
      }
      return new Codes(bytes, null);
    }
    short[] shorts = new short[rows];
    for (int row = 0; row < rows; row++) {
      shorts[row] = (short) codes[row];
    }
    return new Codes(null, shorts);
  }

  static Codes read(SegmentInput in, int rows, int entries) {
    Codes codes =
        width(entries) == 1 ? new Codes(in.bytes(rows), null) : new Codes(null, in.shorts(rows));
    for (int row = 0; row < rows; row++) {
      in.check(codes.get(row) < entries);
    }
    return codes;
  }

  void write(ByteBuilder out) {
    if (narrow != null) {
      out.put(narrow);
    } else {
      SegmentOutput.shorts(out, wide);
    }
  }

  private int get(int row) {
    return narrow != null ? narrow[row] & 0xFF : wide[row] & 0xFFFF;
  }

  /** The codes as numbers. */
  Offsets offsets() {
    return offsets;
  }

  void gather(int[] dictionary, int start, int[] positions, int count, int[] target) {
    if (positions != null) {
      for (int index = 0; index < count; index++) {
        int position = positions[index];
        target[position] = dictionary[get(start + position)];
      }
    } else if (narrow != null) {
      for (int index = 0; index < count; index++) {
        target[index] = dictionary[narrow[start + index] & 0xFF];
      }
    } else {
      for (int index = 0; index < count; index++) {
        target[index] = dictionary[wide[start + index] & 0xFFFF];
      }
    }
  }

  void gather(long[] dictionary, int start, int[] positions, int count, long[] target) {
    if (positions != null) {
      for (int index = 0; index < count; index++) {
        int position = positions[index];
        target[position] = dictionary[get(start + position)];
      }
    } else if (narrow != null) {
      for (int index = 0; index < count; index++) {
        target[index] = dictionary[narrow[start + index] & 0xFF];
      }
    } else {
      for (int index = 0; index < count; index++) {
        target[index] = dictionary[wide[start + index] & 0xFFFF];
      }
    }
  }

  void gather(double[] dictionary, int start, int[] positions, int count, double[] target) {
    for (int index = 0; index < count; index++) {
      int position = positions == null ? index : positions[index];
      target[position] = dictionary[get(start + position)];
    }
  }

  <T> void gather(T[] dictionary, int start, int[] positions, int count, T[] target) {
    for (int index = 0; index < count; index++) {
      int position = positions == null ? index : positions[index];
      target[position] = dictionary[get(start + position)];
    }
  }

  /** As {@link DictionarySegment#select}, NULLs with the code that they have here. */
  int select(boolean[] matching, int start, int[] from, int count, int[] target) {
    int kept = 0;
    for (int index = 0; index < count; index++) {
      int position = from == null ? index : from[index];
      target[kept] = position;
      kept += matching[get(start + position)] ? 1 : 0;
    }
    return kept;
  }

  long memoryBytes() {
    return 24 + offsets.memoryBytes();
  }
}
