package io.gabbro.jdbc.value;

import io.gabbro.type.Interval;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.ValueText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Binds CHAR and VARCHAR. Values of other types fit as their text, so that {@code WHERE code = ?}
 * can be given a number; what is longer than the type allows does not fit.
 */
final class TextBinder extends ParameterBinder {
  private static final int LONGEST_NUMBER = 10_000;

  private final Supplier<ZoneId> zone;
  private final int maxLength;
  private final boolean padded;

  TextBinder(SqlType type, Supplier<ZoneId> zone) {
    super(type);
    this.zone = zone;
    maxLength = type.length() == SqlType.UNBOUNDED ? Integer.MAX_VALUE : type.length();
    padded = type.kind() == TypeKind.CHAR;
  }

  @Override
  public boolean setText(ColumnVector vector, int row, String value) {
    String text = padded ? withoutBlanksAtEnd(value) : value;
    if (text.length() > maxLength && text.codePointCount(0, text.length()) > maxLength) {
      return false;
    }
    ((BytesVector) vector).set(row, text);
    return true;
  }

  private static String withoutBlanksAtEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  @Override
  public boolean setBoolean(ColumnVector vector, int row, boolean value) {
    return setText(vector, row, value ? "true" : "false");
  }

  @Override
  public boolean setLong(ColumnVector vector, int row, long value) {
    return setText(vector, row, Long.toString(value));
  }

  @Override
  public boolean setDouble(ColumnVector vector, int row, double value) {
    return setTextOf(SqlType.DOUBLE, value, vector, row);
  }

  @Override
  public boolean setFloat(ColumnVector vector, int row, float value) {
    return setTextOf(SqlType.REAL, value, vector, row);
  }

  @Override
  public boolean setDecimal(ColumnVector vector, int row, BigDecimal value) {
    // 1e1000000000 is a short number and a long text.
    return Math.abs((long) value.scale()) + value.precision() <= LONGEST_NUMBER
        && setText(vector, row, value.toPlainString());
  }

  @Override
  public boolean setDate(ColumnVector vector, int row, LocalDate value) {
    return setTextOf(SqlType.DATE, value, vector, row);
  }

  @Override
  public boolean setTime(ColumnVector vector, int row, LocalTime value) {
    return setTextOf(SqlType.TIME, value, vector, row);
  }

  @Override
  public boolean setTimestamp(ColumnVector vector, int row, LocalDateTime value) {
    return setTextOf(SqlType.TIMESTAMP, value, vector, row);
  }

  @Override
  public boolean setInstant(ColumnVector vector, int row, OffsetDateTime value) {
    return setTextOf(SqlType.TIMESTAMP_WITH_TIME_ZONE, value, vector, row);
  }

  @Override
  public boolean setUuid(ColumnVector vector, int row, UUID value) {
    return setText(vector, row, value.toString());
  }

  @Override
  public boolean setInterval(ColumnVector vector, int row, Interval value) {
    return setTextOf(SqlType.INTERVAL, value, vector, row);
  }

  private boolean setTextOf(SqlType source, Object value, ColumnVector vector, int row) {
    ColumnVector scratch = ColumnVector.allocate(source.vectorKind(), 1);
    ParameterValue.bind(ParameterBinder.of(source, zone), scratch, 0, value);
    return setText(vector, row, ValueText.of(source, scratch, 0, zone.get()));
  }
}
