package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds TIMESTAMP: dates at midnight, instants as the local time in the zone of the session. */
final class TimestampBinder extends TextParser {
  TimestampBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setTimestamp(ColumnVector vector, int row, LocalDateTime value) {
    ((LongVector) vector).values()[row] = Micros.timestamp(value);
    return true;
  }

  @Override
  public boolean setDate(ColumnVector vector, int row, LocalDate value) {
    return setTimestamp(vector, row, value.atStartOfDay());
  }

  @Override
  public boolean setInstant(ColumnVector vector, int row, OffsetDateTime value) {
    return setTimestamp(vector, row, LocalDateTime.ofInstant(value.toInstant(), zone()));
  }
}
