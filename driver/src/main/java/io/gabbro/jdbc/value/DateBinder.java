package io.gabbro.jdbc.value;

import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.IntVector;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Binds DATE: of the timestamps those at midnight. */
final class DateBinder extends TextParser {
  DateBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type, zone);
  }

  @Override
  public boolean setDate(ColumnVector vector, int row, LocalDate value) {
    ((IntVector) vector).values()[row] = Micros.day(value);
    return true;
  }

  @Override
  public boolean setTimestamp(ColumnVector vector, int row, LocalDateTime value) {
    return value.toLocalTime().equals(LocalTime.MIDNIGHT)
        && setDate(vector, row, value.toLocalDate());
  }
}
