package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.type.TimeZones;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Binds TIMESTAMP WITH TIME ZONE: local times are read in the zone of the session. */
final class InstantBinder extends TextParser {
  InstantBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setInstant(ColumnVector vector, int row, OffsetDateTime value) {
    ((LongVector) vector).values()[row] =
        Micros.timestamp(LocalDateTime.ofInstant(value.toInstant(), ZoneOffset.UTC));
    return true;
  }

  @Override
  public boolean setTimestamp(ColumnVector vector, int row, LocalDateTime value) {
    ((LongVector) vector).values()[row] = TimeZones.toUtc(Micros.timestamp(value), zone());
    return true;
  }

  @Override
  public boolean setDate(ColumnVector vector, int row, LocalDate value) {
    return setTimestamp(vector, row, value.atStartOfDay());
  }
}
