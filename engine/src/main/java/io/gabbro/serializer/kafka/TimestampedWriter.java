package io.gabbro.serializer.kafka;

import io.gabbro.bytes.ByteBuilder;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.serializer.ValueWriter;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;

/** Writes timestamps and, through another writer, the values behind them. */
final class TimestampedWriter implements ValueWriter {
  private static final int NONE = -1;
  private static final long MICROS_PER_MILLI = 1000;

  private final ValueWriter values;
  private final int[] places;
  private final int timestamp;
  private final ColumnVector[] valueFields;

  /**
   * A writer.
   *
   * @param values writes the other fields
   * @param places as those of {@link TimestampedMapping}
   */
  TimestampedWriter(ValueWriter values, int[] places) {
    this.values = values;
    this.places = places;
    int found = NONE;
    for (int field = 0; field < places.length; field++) {
      found = places[field] == TimestampedMapping.TIMESTAMP ? field : found;
    }
    timestamp = found;
    valueFields = new ColumnVector[places.length - (found == NONE ? 0 : 1)];
  }

  @Override
  public void write(ColumnVector[] fields, int row, ByteBuilder target) {
    target.putLong(timestamp == NONE ? TimestampedMapping.UNKNOWN : millis(fields[timestamp], row));
    values.write(valueFields(fields), row, target);
  }

  @Override
  public void rewrite(
      ColumnVector[] fields, int row, byte[] old, int offset, int length, ByteBuilder target) {
    TimestampedMapping.requireHeader(length);
    if (timestamp == NONE) {
      target.put(old, offset, TimestampedMapping.HEADER);
    } else {
      target.putLong(millis(fields[timestamp], row));
    }
    values.rewrite(
        valueFields(fields),
        row,
        old,
        offset + TimestampedMapping.HEADER,
        length - TimestampedMapping.HEADER,
        target);
  }

  private ColumnVector[] valueFields(ColumnVector[] fields) {
    for (int field = 0; field < fields.length; field++) {
      if (field != timestamp) {
        valueFields[places[field]] = fields[field];
      }
    }
    return valueFields;
  }

  private static long millis(ColumnVector column, int row) {
    if (column.isNull(row)) {
      return TimestampedMapping.UNKNOWN;
    }
    long micros = ((LongVector) column).values()[row];
    if (micros % MICROS_PER_MILLI != 0) {
      throw new GabbroException(
              ErrorCode.SERIALIZATION, "Kafka's timestamps are whole milliseconds")
          .withHint("date_trunc('milliseconds', …) cuts the rest off");
    }
    long millis = micros / MICROS_PER_MILLI;
    if (millis == TimestampedMapping.UNKNOWN) {
      throw new GabbroException(
          ErrorCode.SERIALIZATION,
          "the last millisecond of 1969 stands for a timestamp that is not known: write NULL");
    }
    return millis;
  }
}
