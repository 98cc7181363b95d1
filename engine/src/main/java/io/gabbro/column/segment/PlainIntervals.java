package io.gabbro.column.segment;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.type.Interval;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntervalVector;

/** Intervals by their three parts. Decoding makes an object for each. */
final class PlainIntervals extends Segment {
  private static final Interval ZERO = new Interval(0, 0, 0);

  private final int[] months;
  private final int[] days;
  private final long[] micros;

  PlainIntervals(SegmentShape shape, int[] months, int[] days, long[] micros) {
    super(shape);
    this.months = months;
    this.days = days;
    this.micros = micros;
  }

  static PlainIntervals of(SegmentShape shape, IntervalVector source) {
    int rows = shape.rows();
    int[] months = new int[rows];
    int[] days = new int[rows];
    long[] micros = new long[rows];
    for (int row = 0; row < rows; row++) {
      Interval interval = source.isNull(row) ? ZERO : source.values()[row];
      months[row] = interval.months();
      days[row] = interval.days();
      micros[row] = interval.micros();
    }
    return new PlainIntervals(shape, months, days, micros);
  }

  static PlainIntervals read(SegmentShape shape, SegmentInput in) {
    int rows = shape.rows();
    return new PlainIntervals(shape, in.ints(rows), in.ints(rows), in.longs(rows));
  }

  @Override
  public Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  long valueMemoryBytes() {
    return 48 + 16L * micros.length;
  }

  private Interval get(int row) {
    return new Interval(months[row], days[row], micros[row]);
  }

  @Override
  void decodeValues(int start, int count, ColumnVector target) {
    Interval[] values = ((IntervalVector) target).values();
    for (int index = 0; index < count; index++) {
      values[index] = get(start + index);
    }
  }

  @Override
  void decodeValues(int start, int[] positions, int count, ColumnVector target) {
    Interval[] values = ((IntervalVector) target).values();
    for (int index = 0; index < count; index++) {
      values[positions[index]] = get(start + positions[index]);
    }
  }

  @Override
  void writeValues(ByteBuilder out) {
    SegmentOutput.ints(out, months);
    SegmentOutput.ints(out, days);
    SegmentOutput.longs(out, micros);
  }
}
