package io.gabbro.plan;

import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.DecimalVector;
import io.gabbro.vector.DoubleVector;
import io.gabbro.vector.IntVector;
import io.gabbro.vector.IntervalVector;
import io.gabbro.vector.LongVector;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The Java objects of constants, and their way into vectors and back.
 *
 * <ul>
 *   <li>BOOLEAN: {@link Boolean}
 *   <li>TINYINT, SMALLINT, INTEGER: {@link Integer}
 *   <li>BIGINT: {@link Long}
 *   <li>NUMERIC: {@link BigDecimal} of the type's scale
 *   <li>REAL, DOUBLE PRECISION: {@link Double}
 *   <li>CHAR, VARCHAR: {@link String}
 *   <li>VARBINARY: {@code byte[]}
 *   <li>DATE: {@link LocalDate}
 *   <li>TIME: {@link LocalTime}
 *   <li>TIMESTAMP: {@link LocalDateTime}
 *   <li>TIMESTAMP WITH TIME ZONE: {@link Instant}
 *   <li>INTERVAL: {@link Interval}
 *   <li>UUID: {@link UUID}
 *   <li>NULL: null
 * </ul>
 */
public final class ConstantValues {
  private static final int UUID_BYTES = 16;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private ConstantValues() {}

  /** Writes a value of a type, or NULL for null, to a row of a vector of the type's kind. */
  public static void write(SqlType type, Object value, ColumnVector target, int row) {
    if (value == null) {
      target.setNull(row);
      return;
    }
    target.setNotNull(row);
    switch (type.vectorKind()) {
      case BOOLEAN -> ((BooleanVector) target).values()[row] = (Boolean) value;
      case INT ->
          ((IntVector) target).values()[row] =
              value instanceof LocalDate date
                  ? Math.toIntExact(date.toEpochDay())
                  : (Integer) value;
      case LONG -> ((LongVector) target).values()[row] = toLong(value);
      case DOUBLE -> ((DoubleVector) target).values()[row] = (Double) value;
      case DECIMAL -> ((DecimalVector) target).set(row, ((BigDecimal) value).unscaledValue());
      case BYTES -> writeBytes(value, (BytesVector) target, row);
      case INTERVAL -> ((IntervalVector) target).values()[row] = (Interval) value;
    }
  }

  private static long toLong(Object value) {
    if (value instanceof LocalTime time) {
      return time.toNanoOfDay() / NANOS_PER_MICRO;
    }
    if (value instanceof LocalDateTime timestamp) {
      return micros(timestamp.toInstant(ZoneOffset.UTC));
    }
    if (value instanceof Instant instant) {
      return micros(instant);
    }
    return (Long) value;
  }

  /** Instants differ by more nanoseconds than fit into a long, so the JDK's own way overflows. */
  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND),
        instant.getNano() / NANOS_PER_MICRO);
  }

  private static void writeBytes(Object value, BytesVector target, int row) {
    if (value instanceof byte[] bytes) {
      target.set(row, bytes);
    } else if (value instanceof UUID uuid) {
      ByteBuffer bytes = ByteBuffer.allocate(UUID_BYTES);
      bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
      target.set(row, bytes.array());
    } else {
      target.set(row, (String) value);
    }
  }

  /** Reads a value of a type, null for NULL, from a row of a vector of the type's kind. */
  public static Object read(SqlType type, ColumnVector source, int row) {
    if (source.isNull(row)) {
      return null;
    }
    return switch (type.kind()) {
      case NULL -> null;
      case BOOLEAN -> ((BooleanVector) source).values()[row];
      case TINYINT, SMALLINT, INTEGER -> ((IntVector) source).values()[row];
      case BIGINT -> ((LongVector) source).values()[row];
      case NUMERIC -> ((DecimalVector) source).decimal(row, type.scale());
      case REAL, DOUBLE -> ((DoubleVector) source).values()[row];
      case CHAR, VARCHAR -> ((BytesVector) source).string(row);
      case VARBINARY -> ((BytesVector) source).bytes(row);
      case DATE -> LocalDate.ofEpochDay(((IntVector) source).values()[row]);
      case TIME -> LocalTime.ofNanoOfDay(((LongVector) source).values()[row] * NANOS_PER_MICRO);
      case TIMESTAMP -> LocalDateTime.ofInstant(instant(source, row), ZoneOffset.UTC);
      case TIMESTAMP_WITH_TIME_ZONE -> instant(source, row);
      case INTERVAL -> ((IntervalVector) source).values()[row];
      case UUID -> uuid(((BytesVector) source).bytes(row));
    };
  }

  private static Instant instant(ColumnVector source, int row) {
    return Instant.EPOCH.plus(((LongVector) source).values()[row], ChronoUnit.MICROS);
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
