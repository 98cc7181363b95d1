package io.gabbro.serializer.flatbuffers;

import io.gabbro.bytes.LittleEndian;

/**
 * The bytes of one value in an array that holds more. Whatever they are, no method reads outside of
 * them. All positions are positions in the array. Used again from value to value; not thread-safe.
 */
final class ValueBytes {
  /** The position of a field that its table lacks. */
  static final int ABSENT = 0;

  /** The position of a field whose table or struct is absent. */
  static final int MISSING = -1;

  /** The position of what the value is too damaged to have; {@link #problem()} tells why. */
  static final int BAD = -2;

  /** The bytes of a buffer whose root is a table without fields. */
  private static final int MIN_LENGTH = 12;

  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private String problem;

  /** Makes this the value from {@code from} to {@code to}. */
  void set(byte[] array, int from, int to) {
    bytes = array;
    start = from;
    end = to;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** What is wrong with the value, after a method has returned {@link #BAD}. */
  String problem() {
    return problem;
  }

  /** Remembers what is wrong with the value. */
  int bad(String what) {
    problem = what;
    return BAD;
  }

  /** Where the root table starts, or {@link #BAD}. */
  int root() {
    if (end - start < MIN_LENGTH) {
      return bad("it is cut off: " + (end - start) + " bytes");
    }
    return follow(start);
  }

  /**
   * Where the offset at a position, of which all bytes are in the value, leads to. That and the
   * three bytes behind it are in the value too. {@link #BAD} when it leads elsewhere.
   */
  int follow(int at) {
    long target = at + (LittleEndian.getInt(bytes, at) & 0xFFFFFFFFL);
    return target == at || target > end - (long) Integer.BYTES
        ? bad("an offset leads out of it")
        : (int) target;
  }

  /**
   * Where a field lies, {@link #ABSENT} or {@link #BAD}.
   *
   * @param table the position of its table, as {@link #follow} gave it
   * @param slot the offset of its entry in the vtable
   * @param size the bytes it takes, which are all in the value
   */
  int field(int table, int slot, int size) {
    long vtable = (long) table - LittleEndian.getInt(bytes, table);
    if (vtable < start || vtable > end - (long) Integer.BYTES) {
      return bad("a vtable lies outside of it");
    }
    int at = (int) vtable;
    int length = LittleEndian.getShort(bytes, at) & 0xFFFF;
    if (length > end - at) {
      return bad("a vtable is cut off");
    }
    if (slot + Short.BYTES > length) {
      return ABSENT;
    }
    int offset = LittleEndian.getShort(bytes, at + slot) & 0xFFFF;
    if (offset == 0) {
      return ABSENT;
    }
    return size > end - table - offset ? bad("a field lies outside of it") : table + offset;
  }

  /**
   * The number of elements of the vector at a position that {@link #follow} gave, or {@link #BAD}.
   *
   * @param size the bytes of an element; all elements are in the value
   */
  int count(int vector, int size) {
    long count = LittleEndian.getInt(bytes, vector) & 0xFFFFFFFFL;
    return count * size > (long) end - vector - Integer.BYTES
        ? bad("a vector or string leads out of it")
        : (int) count;
  }

  /** Whether {@code size} bytes from a position are in the value. */
  boolean holds(int at, int size) {
    return size <= end - at;
  }
}
