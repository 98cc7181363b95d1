package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import io.gabbro.vector.ValueText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Reads TIMESTAMP WITH TIME ZONE: an instant, shown in the time zone of the session. */
final class InstantReader extends ColumnReader {
  private final Supplier<ZoneId> zone;

  InstantReader(SqlType type, Supplier<ZoneId> zone) {
    super(type);
    this.zone = zone;
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return toInstant(vector, row);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return ValueText.of(type(), vector, row, zone.get());
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
    return toInstant(vector, row).toLocalDateTime();
  }

  @Override
  public OffsetDateTime toInstant(ColumnVector vector, int row) {
    return Micros.toOffset(((LongVector) vector).values()[row], zone.get());
  }

  @Override
  public boolean isAbsolute() {
    return true;
  }
}
