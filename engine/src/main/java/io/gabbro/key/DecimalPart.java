package io.gabbro.key;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.Selection;

/**
 * NUMERIC: a header byte, then the unscaled value in two's complement, most significant byte first,
 * without the leading bytes that only repeat the sign.
 *
 * <pre>
 * value >= 0:  0x80 + n  n bytes     0: 80      1: 81 01      256: 82 01 00
 * value <  0:  0x7F - n  n bytes    -1: 7F     -2: 7E FE     -257: 7D FE FF
 * </pre>
 */
final class DecimalPart extends PartCodec {
  private static final int MAX_BYTES = 16;

  private final int mask;

  DecimalPart(boolean descending) {
    mask = descending ? 0xFF : 0;
  }

  @Override
  int fixedWidth() {
    return VARIABLE;
  }

  @Override
  void encode(ColumnVector column, int row, ByteBuilder target) {
    DecimalVector decimals = (DecimalVector) column;
    long low = decimals.low()[row];
    long high = decimals.highWord(row);
    long sign = high >> 63;
    int count = high == sign ? significantBytes(low ^ sign) : 8 + significantBytes(high ^ sign);
    target.putByte((sign == 0 ? 0x80 + count : 0x7F - count) ^ mask);
    for (int index = count - 1; index >= 0; index--) {
      long word = index < 8 ? low : high;
      target.putByte((int) (word >>> (8 * (index & 7))) ^ mask);
    }
  }

  private static int significantBytes(long magnitude) {
    return (71 - Long.numberOfLeadingZeros(magnitude)) >>> 3;
  }

  @Override
  int end(byte[] keys, int start, int limit) {
    if (start >= limit) {
      return -1;
    }
    int header = (keys[start] ^ mask) & 0xFF;
    int count = count(header);
    if (count > MAX_BYTES || limit - start - 1 < count) {
      return -1;
    }
    int sign = header >= 0x80 ? 0 : 0xFF;
    boolean shortest = count == 0 || ((keys[start + 1] ^ mask) & 0xFF) != sign;
    boolean in128Bits = count < MAX_BYTES || (((keys[start + 1] ^ mask ^ sign) & 0x80) == 0);
    return shortest && in128Bits ? start + 1 + count : -1;
  }

  @Override
  void decode(
      byte[] keys, int[] starts, int shift, int[] ends, Selection rows, ColumnVector target) {
    DecimalVector decimals = (DecimalVector) target;
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int at = starts[row] + shift;
      int header = (keys[at] ^ mask) & 0xFF;
      long high = header >= 0x80 ? 0 : -1;
      long low = high;
      int end = at + 1 + count(header);
      while (++at < end) {
        high = (high << 8) | (low >>> 56);
        low = (low << 8) | ((keys[at] ^ mask) & 0xFF);
      }
      decimals.set(row, high, low);
    }
  }

  private static int count(int header) {
    return header >= 0x80 ? header - 0x80 : 0x7F - header;
  }
}
