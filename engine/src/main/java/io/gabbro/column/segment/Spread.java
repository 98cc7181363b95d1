package io.gabbro.column.segment;

import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntervalVector;
import java.util.Arrays;

/**
 * Writes values of a small vector to many rows of another; for the kinds that segments do not keep
 * as words. Bytes are shared.
 */
final class Spread {
  private Spread() {}

  /** Prepares a target that was reset for values of a source. */
  static void begin(ColumnVector source, ColumnVector target) {
    if (source instanceof BytesVector bytes) {
      ((BytesVector) target).share(bytes.data());
    } else if (source instanceof DecimalVector) {
      ((DecimalVector) target).widen();
    }
  }

  /** Writes one value to the rows {@code first … end-1}. */
  static void fill(ColumnVector source, int row, ColumnVector target, int first, int end) {
    switch (source.kind()) {
      case BOOLEAN -> {
        boolean value = ((BooleanVector) source).values()[row];
        Arrays.fill(((BooleanVector) target).values(), first, end, value);
      }
      case DOUBLE -> {
        double value = ((DoubleVector) source).values()[row];
        Arrays.fill(((DoubleVector) target).values(), first, end, value);
      }
      case DECIMAL -> {
        DecimalVector decimals = (DecimalVector) source;
        Arrays.fill(((DecimalVector) target).low(), first, end, decimals.low()[row]);
        Arrays.fill(((DecimalVector) target).high(), first, end, decimals.high()[row]);
      }
      case BYTES -> {
        BytesVector bytes = (BytesVector) source;
        Arrays.fill(((BytesVector) target).starts(), first, end, bytes.start(row));
        Arrays.fill(((BytesVector) target).lengths(), first, end, bytes.length(row));
      }
      case INTERVAL ->
          Arrays.fill(
              ((IntervalVector) target).values(),
              first,
              end,
              ((IntervalVector) source).values()[row]);
      case INT, LONG -> throw new IllegalStateException("words have segments of their own");
    }
  }

  /** Writes the value of each row's code; positions is null for the first {@code count} rows. */
  static void gather(
      ColumnVector source,
      Codes codes,
      int start,
      int[] positions,
      int count,
      ColumnVector target) {
    switch (source.kind()) {
      case DOUBLE -> {
        double[] values = ((DoubleVector) target).values();
        codes.gather(((DoubleVector) source).values(), start, positions, count, values);
      }
      case DECIMAL -> {
        DecimalVector from = (DecimalVector) source;
        DecimalVector to = (DecimalVector) target;
        codes.gather(from.low(), start, positions, count, to.low());
        codes.gather(from.high(), start, positions, count, to.high());
      }
      case BYTES -> {
        BytesVector from = (BytesVector) source;
        BytesVector to = (BytesVector) target;
        codes.gather(from.starts(), start, positions, count, to.starts());
        codes.gather(from.lengths(), start, positions, count, to.lengths());
      }
      case INTERVAL -> {
        IntervalVector to = (IntervalVector) target;
        codes.gather(((IntervalVector) source).values(), start, positions, count, to.values());
      }
      case BOOLEAN, INT, LONG -> throw new IllegalStateException("not kept as a dictionary");
    }
  }
}
