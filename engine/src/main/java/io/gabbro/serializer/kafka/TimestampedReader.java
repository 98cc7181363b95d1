package io.gabbro.serializer.kafka;

import io.gabbro.bytes.BigEndian;
import io.gabbro.serializer.RowDecoder;
import io.gabbro.serializer.ValueReader;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.Selection;

/** Reads timestamps, and hands the other fields on. */
final class TimestampedReader implements ValueReader {
  private static final long MICROS_PER_MILLI = 1000;
  private static final long MOST_MILLIS = Long.MAX_VALUE / MICROS_PER_MILLI;

  private final ValueReader values;
  private final int[] places;
  private byte[] bytes;
  private int[] offsets;
  private RowDecoder.BadRowListener listener;

  /**
   * A reader.
   *
   * @param values reads the other fields, of the same blocks
   * @param places as those of {@link TimestampedMapping}
   */
  TimestampedReader(ValueReader values, int[] places) {
    this.values = values;
    this.places = places;
  }

  @Override
  public void begin(
      byte[] blockValues, int[] valueOffsets, int rows, RowDecoder.BadRowListener badRows) {
    bytes = blockValues;
    offsets = valueOffsets;
    listener = badRows;
    values.begin(blockValues, valueOffsets, rows, badRows);
  }

  @Override
  public void decode(int field, Selection rows, ColumnVector target) {
    if (places[field] == TimestampedMapping.TIMESTAMP) {
      target.reset();
      target.ensureCapacity(rows.end());
      timestamps(rows, (LongVector) target);
    } else {
      values.decode(places[field], rows, target);
    }
  }

  private void timestamps(Selection rows, LongVector target) {
    long[] micros = target.values();
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      int length = offsets[row + 1] - offsets[row];
      if (length < TimestampedMapping.HEADER) {
        target.setNull(row);
        listener.badRow(row, TimestampedMapping.tooShort(length));
        continue;
      }
      long millis = BigEndian.getLong(bytes, offsets[row]);
      if (millis == TimestampedMapping.UNKNOWN) {
        target.setNull(row);
      } else if (millis > MOST_MILLIS || millis < -MOST_MILLIS) {
        target.setNull(row);
        listener.badRow(row, "the timestamp " + millis + " is out of range");
      } else {
        micros[row] = millis * MICROS_PER_MILLI;
      }
    }
  }
}
