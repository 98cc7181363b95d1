package io.gabbro.vector;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.type.VectorKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Byte strings: UTF-8 text, binary strings and UUIDs. The values lie in one array, each at a start
 * and with a length. The array is either the vector's own, which {@link #set} appends to, or one of
 * somebody else's that {@link #share} points to, so that scans do not copy.
 */
public final class BytesVector extends ColumnVector {
  private static final long MAX_BYTES = Integer.MAX_VALUE - 8L;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int SHORT = 16;

  private int[] starts;
  private int[] lengths;
  private byte[] own = new byte[0];
  private byte[] data = own;
  private int used;

  /** Room for {@code capacity} rows. */
  public BytesVector(int capacity) {
    super(capacity);
    starts = new int[capacity];
    lengths = new int[capacity];
  }

  /** The array that holds all values; it may change whenever a value is set. */
  public byte[] data() {
    return data;
  }

  /** Where each value starts in {@link #data()}. */
  public int[] starts() {
    return starts;
  }

  /** The length of each value in bytes. */
  public int[] lengths() {
    return lengths;
  }

  /** Where a value starts in {@link #data()}. */
  public int start(int row) {
    return starts[row];
  }

  /** The length of a value in bytes. */
  public int length(int row) {
    return lengths[row];
  }

  @Override
  public void reset() {
    super.reset();
    data = own;
    used = 0;
  }

  /**
   * Makes the values lie in an array of somebody else's, which must not change until the next
   * {@link #reset}; {@link #starts()} and {@link #lengths()} are then to be written. A later {@link
   * #set} is allowed only after a reset.
   */
  public void share(byte[] bytes) {
    data = bytes;
  }

  /** Sets a value to a copy of some bytes. */
  public void set(int row, byte[] source, int offset, int length) {
    System.arraycopy(source, offset, reserve(length), used, length);
    endValue(row, length);
  }

  /** Sets a value to a copy of an array. */
  public void set(int row, byte[] source) {
    set(row, source, 0, source.length);
  }

  /** Sets a value to the UTF-8 form of a string. */
  public void set(int row, String text) {
    set(row, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Room for a value of up to {@code length} bytes: the caller writes it into the returned array
   * from {@link #used()} and calls {@link #endValue}.
   */
  public byte[] reserve(int length) {
    long needed = (long) used + length;
    if (needed > own.length) {
      if (needed > MAX_BYTES) {
        throw new GabbroException(
            ErrorCode.PROGRAM_LIMIT_EXCEEDED, "the values of a batch of rows exceed 2 GB");
      }
      own =
          Arrays.copyOf(
              own, (int) Math.min(MAX_BYTES, Math.max(needed, Math.max(64, own.length * 2L))));
    }
    data = own;
    return own;
  }

  /** Where the next value goes. */
  public int used() {
    return used;
  }

  /** Ends a value that was written at {@link #used()}. */
  public void endValue(int row, int length) {
    starts[row] = used;
    lengths[row] = length;
    used += length;
  }

  /** A copy of a value. */
  public byte[] bytes(int row) {
    return Arrays.copyOfRange(data, starts[row], starts[row] + lengths[row]);
  }

  /** A value as text. */
  public String string(int row) {
    return new String(data, starts[row], lengths[row], StandardCharsets.UTF_8);
  }

  @Override
  public VectorKind kind() {
    return VectorKind.BYTES;
  }

  @Override
  void resize(int capacity) {
    starts = Arrays.copyOf(starts, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
  }

  @Override
  void copyValue(int row, ColumnVector source, int sourceRow) {
    BytesVector bytes = (BytesVector) source;
    set(row, bytes.data, bytes.starts[sourceRow], bytes.lengths[sourceRow]);
  }

  @Override
  void copyValues(int start, ColumnVector source, Selection rows) {
    BytesVector from = (BytesVector) source;
    int count = rows.count();
    long total = 0;
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      total += from.isNull(row) ? 0 : from.lengths[row];
    }
    byte[] target = reserve((int) Math.min(Integer.MAX_VALUE, total));
    int next = used;
    for (int index = 0; index < count; index++) {
      int row = rows.position(index);
      int length = from.isNull(row) ? 0 : from.lengths[row];
      if (length > 0) {
        copyBytes(from.data, from.starts[row], target, next, length);
      }
      starts[start + index] = next;
      lengths[start + index] = length;
      next += length;
    }
    used = next;
  }

  private static void copyBytes(byte[] source, int from, byte[] target, int to, int length) {
    if (length > SHORT) {
      System.arraycopy(source, from, target, to, length);
    } else {
      for (int index = 0; index < length; index++) {
        target[to + index] = source[from + index];
      }
    }
  }

  @Override
  void sliceValues(ColumnVector source, int start, int count) {
    BytesVector from = (BytesVector) source;
    System.arraycopy(from.starts, start, starts, 0, count);
    System.arraycopy(from.lengths, start, lengths, 0, count);
    share(from.data);
  }

  @Override
  void repeatValue(int row, int start, int end) {
    Arrays.fill(starts, start, end, starts[row]);
    Arrays.fill(lengths, start, end, lengths[row]);
  }

  @Override
  public int compare(int row, ColumnVector other, int otherRow) {
    BytesVector bytes = (BytesVector) other;
    return Arrays.compareUnsigned(
        data,
        starts[row],
        starts[row] + lengths[row],
        bytes.data,
        bytes.starts[otherRow],
        bytes.starts[otherRow] + bytes.lengths[otherRow]);
  }

  @Override
  public boolean equalValues(int row, ColumnVector other, int otherRow) {
    BytesVector bytes = (BytesVector) other;
    return lengths[row] == bytes.lengths[otherRow]
        && Arrays.equals(
            data,
            starts[row],
            starts[row] + lengths[row],
            bytes.data,
            bytes.starts[otherRow],
            bytes.starts[otherRow] + lengths[row]);
  }

  @Override
  public long hash(int row) {
    int at = starts[row];
    int end = at + lengths[row];
    long hash = lengths[row];
    while (at + Long.BYTES <= end) {
      hash = mix(hash ^ (long) WORD.get(data, at));
      at += Long.BYTES;
    }
    long rest = 0;
    while (at < end) {
      rest = (rest << Byte.SIZE) | (data[at++] & 0xFF);
    }
    return mix(hash ^ rest);
  }

  @Override
  public long memoryBytes() {
    return 9L * capacity() + own.length;
  }
}
