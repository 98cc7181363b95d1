package io.gabbro.jdbc.value;

import io.gabbro.type.Interval;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Takes values of the family of its type, and no others that the type would hold as well. */
final class GuessBinder extends ParameterBinder {
  private final ParameterBinder exact;
  private final TypeKind kind;

  GuessBinder(ParameterBinder exact) {
    super(exact.type());
    this.exact = exact;
    kind = exact.type().kind();
  }

  @Override
  public ParameterBinder exact() {
    return exact;
  }

  @Override
  public boolean setText(ColumnVector vector, int row, String value) {
    return (kind.isCharacter() || kind == TypeKind.NULL) && exact.setText(vector, row, value);
  }

  @Override
  public boolean setBoolean(ColumnVector vector, int row, boolean value) {
    return kind == TypeKind.BOOLEAN && exact.setBoolean(vector, row, value);
  }

  @Override
  public boolean setLong(ColumnVector vector, int row, long value) {
    return kind.isInteger() && exact.setLong(vector, row, value);
  }

  @Override
  public boolean setDouble(ColumnVector vector, int row, double value) {
    return kind.isFloating() && exact.setDouble(vector, row, value);
  }

  @Override
  public boolean setFloat(ColumnVector vector, int row, float value) {
    return kind.isFloating() && exact.setFloat(vector, row, value);
  }

  @Override
  public boolean setDecimal(ColumnVector vector, int row, BigDecimal value) {
    return kind == TypeKind.NUMERIC && exact.setDecimal(vector, row, value);
  }

  @Override
  public boolean setBytes(ColumnVector vector, int row, byte[] value) {
    return kind == TypeKind.VARBINARY && exact.setBytes(vector, row, value);
  }

  @Override
  public boolean setDate(ColumnVector vector, int row, LocalDate value) {
    return kind == TypeKind.DATE && exact.setDate(vector, row, value);
  }

  @Override
  public boolean setTime(ColumnVector vector, int row, LocalTime value) {
    return kind == TypeKind.TIME && exact.setTime(vector, row, value);
  }

  @Override
  public boolean setTimestamp(ColumnVector vector, int row, LocalDateTime value) {
    return kind == TypeKind.TIMESTAMP && exact.setTimestamp(vector, row, value);
  }

  @Override
  public boolean setInstant(ColumnVector vector, int row, OffsetDateTime value) {
    return kind == TypeKind.TIMESTAMP_WITH_TIME_ZONE && exact.setInstant(vector, row, value);
  }

  @Override
  public boolean setUuid(ColumnVector vector, int row, UUID value) {
    return kind == TypeKind.UUID && exact.setUuid(vector, row, value);
  }

  @Override
  public boolean setInterval(ColumnVector vector, int row, Interval value) {
    return kind == TypeKind.INTERVAL && exact.setInterval(vector, row, value);
  }
}
