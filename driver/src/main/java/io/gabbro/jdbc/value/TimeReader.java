package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.ValueText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Reads TIME; as a timestamp it is on 1970-01-01. */
final class TimeReader extends ColumnReader {
  private static final LocalDate EPOCH = LocalDate.ofEpochDay(0);
  private static final long NANOS_PER_MICRO = 1000;

  TimeReader(SqlType type) {
    super(type);
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return LegacyTimes.time(toTime(vector, row), null);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return ValueText.of(type(), vector, row, ZoneOffset.UTC);
  }

  @Override
  public LocalTime toTime(ColumnVector vector, int row) {
    long micros = ((LongVector) vector).values()[row];
    return LocalTime.ofNanoOfDay(micros * NANOS_PER_MICRO);
  }

  @Override
  public LocalDateTime toTimestamp(ColumnVector vector, int row) {
    return EPOCH.atTime(toTime(vector, row));
  }
}
