package io.gabbro.vector;

import io.gabbro.type.VectorKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Unscaled values of NUMERIC, as 128-bit two's complement; the scale belongs to the type.
 *
 * <p>While {@link #isWide()} is false every value fits into a long and only {@link #low()} counts,
 * so that kernels run loops over longs. A kernel that overflows a long calls {@link #widen} and
 * goes on with both words.
 */
public final class DecimalVector extends ColumnVector {
  private long[] low;
  private long[] high = new long[0];
  private boolean wide;

  /** Room for {@code capacity} rows, narrow. */
  public DecimalVector(int capacity) {
    super(capacity);
    low = new long[capacity];
  }

  /** The least significant words; it changes when the vector grows. */
  public long[] low() {
    return low;
  }

  /** The most significant words; only valid when {@link #isWide()}. */
  public long[] high() {
    return high;
  }

  /** Whether values have a most significant word of their own. */
  public boolean isWide() {
    return wide;
  }

  /** Gives every value a most significant word: the sign of its least significant one. */
  public void widen() {
    if (!wide) {
      if (high.length < low.length) {
        high = new long[low.length];
      }
      for (int row = 0; row < low.length; row++) {
        high[row] = low[row] >> 63;
      }
      wide = true;
    }
  }

  @Override
  public void reset() {
    super.reset();
    wide = false;
  }

  /** The most significant word of a value. */
  public long highWord(int row) {
    return wide ? high[row] : low[row] >> 63;
  }

  /** Sets a value that fits into a long. */
  public void set(int row, long unscaled) {
    low[row] = unscaled;
    if (wide) {
      high[row] = unscaled >> 63;
    }
  }

  /** Sets a value of two words; widens the vector if it has to. */
  public void set(int row, long highWord, long lowWord) {
    if (!wide && highWord != lowWord >> 63) {
      widen();
    }
    low[row] = lowWord;
    if (wide) {
      high[row] = highWord;
    }
  }

  /** Sets an unscaled value that fits into 128 bits. */
  public void set(int row, BigInteger unscaled) {
    set(row, unscaled.shiftRight(64).longValue(), unscaled.longValue());
  }

  /** An unscaled value. */
  public BigInteger unscaled(int row) {
    long word = highWord(row);
    if (word == low[row] >> 63) {
      return BigInteger.valueOf(low[row]);
    }
    byte[] bytes = new byte[16];
    for (int index = 0; index < 8; index++) {
      bytes[index] = (byte) (word >>> (56 - 8 * index));
      bytes[8 + index] = (byte) (low[row] >>> (56 - 8 * index));
    }
    return new BigInteger(bytes);
  }

  /** A value with its scale. */
  public BigDecimal decimal(int row, int scale) {
    return highWord(row) == low[row] >> 63
        ? BigDecimal.valueOf(low[row], scale)
        : new BigDecimal(unscaled(row), scale);
  }

  @Override
  public VectorKind kind() {
    return VectorKind.DECIMAL;
  }

  @Override
  void resize(int capacity) {
    low = Arrays.copyOf(low, capacity);
    if (wide) {
      high = Arrays.copyOf(high, capacity);
    }
  }

  @Override
  void copyValue(int row, ColumnVector source, int sourceRow) {
    DecimalVector decimals = (DecimalVector) source;
    set(row, decimals.highWord(sourceRow), decimals.low[sourceRow]);
  }

  @Override
  void copyValues(int start, ColumnVector source, Selection rows) {
    DecimalVector from = (DecimalVector) source;
    if (from.wide) {
      widen();
    }
    int count = rows.count();
    for (int index = 0; index < count; index++) {
      low[start + index] = from.low[rows.position(index)];
    }
    if (wide) {
      for (int index = 0; index < count; index++) {
        high[start + index] = from.highWord(rows.position(index));
      }
    }
  }

  @Override
  void sliceValues(ColumnVector source, int start, int count) {
    DecimalVector from = (DecimalVector) source;
    System.arraycopy(from.low, start, low, 0, count);
    if (from.wide) {
      widen();
      System.arraycopy(from.high, start, high, 0, count);
    }
  }

  @Override
  void repeatValue(int row, int start, int end) {
    Arrays.fill(low, start, end, low[row]);
    if (wide) {
      Arrays.fill(high, start, end, high[row]);
    }
  }

  @Override
  public int compare(int row, ColumnVector other, int otherRow) {
    DecimalVector decimals = (DecimalVector) other;
    int order = Long.compare(highWord(row), decimals.highWord(otherRow));
    return order != 0 ? order : Long.compareUnsigned(low[row], decimals.low[otherRow]);
  }

  @Override
  public long hash(int row) {
    return mix(low[row] ^ (highWord(row) * 31));
  }

  @Override
  public long memoryBytes() {
    return (wide ? 17L : 9L) * capacity();
  }
}
