package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.ValueText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Reads DATE; as a timestamp it is the start of the day. */
final class DateReader extends ColumnReader {
  private final Supplier<ZoneId> zone;

  DateReader(SqlType type, Supplier<ZoneId> zone) {
    super(type);
    this.zone = zone;
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return LegacyTimes.date(toDate(vector, row), null);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return ValueText.of(type(), vector, row, ZoneOffset.UTC);
  }

  @Override
  public LocalDate toDate(ColumnVector vector, int row) {
    return LocalDate.ofEpochDay(((IntVector) vector).values()[row]);
  }

  @Override
  public LocalDateTime toTimestamp(ColumnVector vector, int row) {
    return toDate(vector, row).atStartOfDay();
  }

  @Override
  public OffsetDateTime toInstant(ColumnVector vector, int row) {
    return toDate(vector, row).atStartOfDay(zone.get()).toOffsetDateTime();
  }
}
