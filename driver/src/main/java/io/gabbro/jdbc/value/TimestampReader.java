package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.type.TimeZones;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.ValueText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * Reads TIMESTAMP: a local time, which is in the zone of the session where an instant is wanted.
 */
final class TimestampReader extends ColumnReader {
  private final Supplier<ZoneId> zone;

  TimestampReader(SqlType type, Supplier<ZoneId> zone) {
    super(type);
    this.zone = zone;
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return LegacyTimes.timestamp(toTimestamp(vector, row), null);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return ValueText.of(type(), vector, row, ZoneOffset.UTC);
  }

  @Override
  public LocalDate toDate(ColumnVector vector, int row) {
    return toTimestamp(vector, row).toLocalDate();
  }

  @Override
  public LocalTime toTime(ColumnVector vector, int row) {
    return toTimestamp(vector, row).toLocalTime();
  }

  @Override
  public LocalDateTime toTimestamp(ColumnVector vector, int row) {
    return Micros.toLocal(((LongVector) vector).values()[row]);
  }

  @Override
  public OffsetDateTime toInstant(ColumnVector vector, int row) {
    ZoneId here = zone.get();
    return Micros.toOffset(TimeZones.toUtc(((LongVector) vector).values()[row], here), here);
  }
}
