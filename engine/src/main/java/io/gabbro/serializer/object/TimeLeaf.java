package io.gabbro.serializer.object;

import io.gabbro.type.SqlType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * Dates and times. Columns hold whole microseconds: what is finer is not shown, and kept as long as
 * the column does not change.
 */
final class TimeLeaf extends LeafType {
  private static final Map<Class<?>, SqlType> TYPES =
      Map.of(
          LocalDate.class, SqlType.DATE,
          LocalTime.class, SqlType.TIME,
          LocalDateTime.class, SqlType.TIMESTAMP,
          Instant.class, SqlType.TIMESTAMP_WITH_TIME_ZONE,
          OffsetDateTime.class, SqlType.TIMESTAMP_WITH_TIME_ZONE,
          Date.class, SqlType.TIMESTAMP_WITH_TIME_ZONE);
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final Class<?> type;

  private TimeLeaf(Class<?> type) {
    this.type = type;
  }

  static Optional<LeafType> find(Class<?> type) {
    return TYPES.containsKey(type) ? Optional.of(new TimeLeaf(type)) : Optional.empty();
  }

  @Override
  SqlType columnType() {
    return TYPES.get(type);
  }

  @Override
  boolean fits(SqlType column) {
    return column.equals(columnType());
  }

  @Override
  String fitting() {
    return columnType().toString();
  }

  @Override
  @SuppressWarnings("JavaUtilDate") // The properties are what they are.
  Object toColumn(Object value, SqlType column) {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return value instanceof Date date
        ? Instant.ofEpochMilli(date.getTime()).atOffset(ZoneOffset.UTC)
        : value;
  }

  @Override
  @SuppressWarnings("JavaUtilDate")
  Object fromColumn(Object value, SqlType column) {
    if (!(value instanceof OffsetDateTime time) || type == OffsetDateTime.class) {
      return value;
    }
    if (type == Instant.class) {
      return time.toInstant();
    }
    if (time.getNano() % NANOS_PER_MILLI != 0) {
      throw misfit(time + " has fractions of a millisecond");
    }
    return Date.from(time.toInstant());
  }
}
