package io.gabbro.storage;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Operations that are applied together: puts, deletes and range deletes, in the order in which they
 * were added. They are kept in one byte array in the serialized form of a RocksDB write batch, so
 * that a commit is a single native call. Not thread-safe.
 *
 * <pre>
 * batch   := sequence (8 bytes, 0) count (4 bytes, little-endian) record*
 * record  := 0x01 key value          put, family 0
 *          | 0x05 id key value       put
 *          | 0x00 key                delete, family 0
 *          | 0x04 id key             delete
 *          | 0x0F lower upper        delete of a range, family 0
 *          | 0x0E id lower upper     delete of a range
 * key, value, lower, upper := length (varint) bytes
 * id      := number of the column family (varint)
 * </pre>
 *
 * A batch takes at most {@value #MAX_BYTES} bytes: the store copies it while it writes it.
 */
public final class WriteBatch {
  /** The greatest size of a batch in bytes. */
  public static final int MAX_BYTES = 1 << 30;

  static final byte DELETE_DEFAULT = 0x00;
  static final byte PUT_DEFAULT = 0x01;
  static final byte DELETE = 0x04;
  static final byte PUT = 0x05;
  static final byte DELETE_RANGE = 0x0E;
  static final byte DELETE_RANGE_DEFAULT = 0x0F;

  /** The size in bytes of a batch without operations, which is that of its header. */
  public static final int EMPTY_BYTES = 12;

  private static final int COUNT_OFFSET = 8;
  private static final int INITIAL_CAPACITY = 512;
  private static final int KEPT_CAPACITY = 16 << 20;
  private static final int MAX_VARINT = 5;

  private final int maxBytes;
  private final List<ColumnFamily> families = new ArrayList<>(4);
  private byte[] bytes = new byte[INITIAL_CAPACITY];
  private int size = EMPTY_BYTES;
  private int count;
  private ColumnFamily last;

  /** An empty batch. */
  public WriteBatch() {
    this(MAX_BYTES);
  }

  /** An empty batch with another limit than {@link #MAX_BYTES}. */
  WriteBatch(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Adds the write of a key and its value. */
  public void put(ColumnFamily family, byte[] key, byte[] value) {
    put(family, key, 0, key.length, value, 0, value.length);
  }

  /**
   * Adds the write of a key and its value, which are copied.
   *
   * @throws GabbroException {@code LIMIT_EXCEEDED} when the batch would become too large; it is
   *     then as it was
   */
  public void put(
      ColumnFamily family,
      byte[] key,
      int keyOffset,
      int keyLength,
      byte[] value,
      int valueOffset,
      int valueLength) {
    begin(family, PUT_DEFAULT, PUT, (long) keyLength + valueLength);
    writeBytes(key, keyOffset, keyLength);
    writeBytes(value, valueOffset, valueLength);
    count++;
  }

  /** Adds the delete of a key. */
  public void delete(ColumnFamily family, byte[] key) {
    delete(family, key, 0, key.length);
  }

  /**
   * Adds the delete of a key, which is copied.
   *
   * @throws GabbroException {@code LIMIT_EXCEEDED} as {@link #put}
   */
  public void delete(ColumnFamily family, byte[] key, int keyOffset, int keyLength) {
    begin(family, DELETE_DEFAULT, DELETE, keyLength);
    writeBytes(key, keyOffset, keyLength);
    count++;
  }

  /**
   * Adds the delete of all keys of a range; an empty range adds nothing.
   *
   * @param range a range with an upper bound: the format knows no key above all others
   * @throws GabbroException {@code LIMIT_EXCEEDED} as {@link #put}
   */
  public void deleteRange(ColumnFamily family, KeyRange range) {
    byte[] upper = range.upper();
    if (upper == null) {
      throw new IllegalArgumentException("a range delete needs an upper bound");
    }
    byte[] lower = range.lower() == null ? new byte[0] : range.lower();
    if (Arrays.compareUnsigned(lower, upper) >= 0) {
      return;
    }
    begin(family, DELETE_RANGE_DEFAULT, DELETE_RANGE, (long) lower.length + upper.length);
    writeBytes(lower, 0, lower.length);
    writeBytes(upper, 0, upper.length);
    count++;
  }

  /**
   * Adds all operations of another batch behind those of this one.
   *
   * @throws GabbroException {@code LIMIT_EXCEEDED} as {@link #put}
   */
  public void append(WriteBatch other) {
    int added = other.size - EMPTY_BYTES;
    reserve(added);
    System.arraycopy(other.bytes, EMPTY_BYTES, bytes, size, added);
    size += added;
    count += other.count;
    other.families.forEach(this::note);
  }

  /** Removes all operations. The memory is kept for the next use unless there is a lot of it. */
  public void clear() {
    size = EMPTY_BYTES;
    count = 0;
    last = null;
    families.clear();
    if (bytes.length > KEPT_CAPACITY) {
      bytes = new byte[INITIAL_CAPACITY];
    }
  }

  /** The number of operations. */
  public int count() {
    return count;
  }

  /** Whether there is no operation. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** The size of the serialized batch, header included. */
  public int byteSize() {
    return size;
  }

  /** The column families that operations name, each once. */
  public List<ColumnFamily> families() {
    return Collections.unmodifiableList(families);
  }

  /** A copy of the serialized batch. */
  public byte[] toByteArray() {
    byte[] copy = Arrays.copyOf(bytes, size);
    for (int shift = 0; shift < 4; shift++) {
      copy[COUNT_OFFSET + shift] = (byte) (count >>> (8 * shift));
    }
    return copy;
  }

  /** Shows all operations to {@code visitor}, in their order. */
  public void forEach(WriteBatchVisitor visitor) {
    new WriteBatchReader(bytes, EMPTY_BYTES, size).forEach(visitor);
  }

  /**
   * Shows the operations from some place on, in their order.
   *
   * @param byteOffset the place: what {@link #byteSize} was before the first of them was added
   */
  public void forEachFrom(int byteOffset, WriteBatchVisitor visitor) {
    new WriteBatchReader(bytes, byteOffset, size).forEach(visitor);
  }

  /**
   * Takes the last operations back.
   *
   * @param byteSize what {@link #byteSize} was before the first of them was added
   * @param operations what {@link #count} was then
   */
  public void truncate(int byteSize, int operations) {
    if (byteSize > size || operations > count) {
      throw new IllegalArgumentException("the batch is shorter than that");
    }
    size = byteSize;
    count = operations;
  }

  private void begin(ColumnFamily family, byte defaultTag, byte tag, long payload) {
    reserve(payload + 1 + 3 * MAX_VARINT);
    if (family != last) {
      note(family);
      last = family;
    }
    int id = family.id();
    if (id == 0) {
      bytes[size++] = defaultTag;
    } else {
      bytes[size++] = tag;
      writeVarint(id);
    }
  }

  private void note(ColumnFamily family) {
    for (ColumnFamily known : families) {
      if (known == family) {
        return;
      }
    }
    families.add(family);
  }

  private void reserve(long added) {
    long needed = size + added;
    if (needed > bytes.length) {
      if (needed > maxBytes) {
        throw new GabbroException(
            ErrorCode.LIMIT_EXCEEDED,
            "the writes of a transaction must not take more than " + maxBytes + " bytes");
      }
      grow((int) Math.min(maxBytes, Math.max(needed, bytes.length * 2L)));
    }
  }

  private void grow(int capacity) {
    try {
      bytes = Arrays.copyOf(bytes, capacity);
    } catch (OutOfMemoryError e) {
      throw GabbroException.causedBy(
          e, ErrorCode.OUT_OF_MEMORY, "no memory for the writes of a transaction");
    }
  }

  private void writeVarint(int value) {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void writeBytes(byte[] source, int offset, int length) {
    writeVarint(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }
}
