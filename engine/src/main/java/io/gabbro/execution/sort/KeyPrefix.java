package io.gabbro.execution.sort;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.LongVector;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The beginning of a value as a word whose unsigned order agrees with the order of the values: a
 * lesser word means a lesser value; equal words mean equal values only where {@link #isExact}. Byte
 * strings have further words behind the first.
 */
final class KeyPrefix {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private KeyPrefix() {}

  /** Whether equal words of values of this kind mean equal values. */
  static boolean isExact(VectorKind kind) {
    return kind == VectorKind.INT
        || kind == VectorKind.LONG
        || kind == VectorKind.DOUBLE
        || kind == VectorKind.BOOLEAN;
  }

  /** The word of a value that is not NULL. */
  static long of(ColumnVector vector, int row) {
    if (vector instanceof LongVector longs) {
      return longs.values()[row] ^ Long.MIN_VALUE;
    }
    if (vector instanceof IntVector ints) {
      return ints.values()[row] ^ Long.MIN_VALUE;
    }
    if (vector instanceof DecimalVector decimals) {
      return of(decimals, row);
    }
    if (vector instanceof DoubleVector doubles) {
      return of(doubles.values()[row]);
    }
    if (vector instanceof BytesVector bytes) {
      return of(bytes, row, 0);
    }
    return vector instanceof BooleanVector booleans && booleans.values()[row] ? 1 : 0;
  }

  private static long of(DecimalVector decimals, int row) {
    long low = decimals.low()[row];
    long high = decimals.highWord(row);
    if (high == low >> 63) {
      return low ^ Long.MIN_VALUE;
    }
    return high < 0 ? 0 : -1;
  }

  private static long of(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }

  /** The word of a byte string that starts behind its first {@code offset} bytes. */
  static long of(BytesVector bytes, int row, int offset) {
    byte[] data = bytes.data();
    int start = bytes.start(row) + offset;
    int length = bytes.length(row) - offset;
    if (length >= Long.BYTES) {
      return (long) WORD.get(data, start);
    }
    long word = 0;
    for (int index = 0; index < length; index++) {
      word |= (data[start + index] & 0xFFL) << (56 - Byte.SIZE * index);
    }
    return word;
  }
}
