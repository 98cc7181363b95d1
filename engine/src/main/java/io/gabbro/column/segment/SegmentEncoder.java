package io.gabbro.column.segment;

import io.gabbro.type.VectorKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;

/** Makes segments of vectors. Stateless. */
public final class SegmentEncoder {
  private SegmentEncoder() {}

  /**
   * A segment with the first rows of a vector, in the encoding that takes the least memory; one
   * that decodes slower has to take a quarter less than one that decodes faster. The values are
   * copied.
   *
   * @param rows the number of rows, at least 1
   */
  public static Segment encode(ColumnVector values, int rows) {
    EncodingCandidates candidates = candidates(values, rows);
    Encoding best = Encoding.CONSTANT;
    long least = candidates.cost(best);
    for (Encoding encoding : Encoding.values()) {
      long cost = candidates.cost(encoding);
      if (cost < least) {
        best = encoding;
        least = cost;
      }
    }
    return candidates.build(best);
  }

  /** A segment in a given encoding; null when it does not fit the values. */
  static Segment encode(ColumnVector values, int rows, Encoding encoding) {
    EncodingCandidates candidates = candidates(values, rows);
    return candidates.cost(encoding) == EncodingCandidates.IMPOSSIBLE
        ? null
        : candidates.build(encoding);
  }

  private static EncodingCandidates candidates(ColumnVector values, int rows) {
    if (rows < 1 || rows > values.capacity()) {
      throw new IllegalArgumentException(rows + " rows of " + values.capacity());
    }
    NullBitmap nulls = NullBitmap.of(values, rows);
    long[] words = words(values, rows, nulls);
    return words == null
        ? new ValueCandidates(values, rows, nulls)
        : new WordCandidates(values.kind(), words, nulls);
  }

  /**
   * The values as words, that of NULL being the one before it, so that it costs nothing; null when
   * they are none.
   */
  private static long[] words(ColumnVector values, int rows, NullBitmap nulls) {
    VectorKind kind = values.kind();
    if (kind != VectorKind.INT && kind != VectorKind.LONG && kind != VectorKind.DECIMAL) {
      return null;
    }
    DecimalVector wide =
        values instanceof DecimalVector decimals && decimals.isWide() ? decimals : null;
    long[] words = new long[rows];
    int first = nulls == null ? 0 : firstNotNull(nulls, rows);
    if (first == rows) {
      return words;
    }
    long before = StoredValues.word(values, first);
    for (int row = 0; row < rows; row++) {
      if (nulls == null || !nulls.isNull(row)) {
        before = StoredValues.word(values, row);
        if (wide != null && wide.high()[row] != before >> 63) {
          return null;
        }
      }
      words[row] = before;
    }
    return words;
  }

  /** The first row that is not NULL; the number of rows when all are. */
  static int firstNotNull(NullBitmap nulls, int rows) {
    int row = 0;
    while (row < rows && nulls.isNull(row)) {
      row++;
    }
    return row;
  }
}
