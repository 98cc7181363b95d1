package io.gabbro.jdbc.value;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.jdbc.error.SqlExceptions;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.ValueParser;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads CHAR and VARCHAR; other values are read from the text as a cast reads them. */
final class TextReader extends ColumnReader {
  private final Supplier<ZoneId> zone;

  TextReader(SqlType type, Supplier<ZoneId> zone) {
    super(type);
    this.zone = zone;
  }

  @Override
  public Object toObject(ColumnVector vector, int row) {
    return toText(vector, row);
  }

  @Override
  public String toText(ColumnVector vector, int row) {
    return ((BytesVector) vector).string(row);
  }

  @Override
  public boolean toBoolean(ColumnVector vector, int row) throws SQLException {
    ColumnVector parsed = parsed(SqlType.BOOLEAN, vector, row);
    return ColumnReader.of(SqlType.BOOLEAN, zone).toBoolean(parsed, 0);
  }

  @Override
  public long toLong(ColumnVector vector, int row) throws SQLException {
    return NumberRange.toLong(toDecimal(vector, row));
  }

  @Override
  public double toDouble(ColumnVector vector, int row) throws SQLException {
    return ColumnReader.of(SqlType.DOUBLE, zone).toDouble(parsed(SqlType.DOUBLE, vector, row), 0);
  }

  @Override
  public BigDecimal toDecimal(ColumnVector vector, int row) throws SQLException {
    try {
      return new BigDecimal(toText(vector, row).strip());
    } catch (NumberFormatException e) {
      throw SqlExceptions.error(
          ErrorCode.INVALID_TEXT_REPRESENTATION, "numeric", toText(vector, row));
    }
  }

  @Override
  public byte[] toBytes(ColumnVector vector, int row) {
    return ((BytesVector) vector).bytes(row);
  }

  @Override
  public LocalDate toDate(ColumnVector vector, int row) throws SQLException {
    return toTimestamp(vector, row).toLocalDate();
  }

  @Override
  public LocalTime toTime(ColumnVector vector, int row) throws SQLException {
    return ColumnReader.of(SqlType.TIME, zone).toTime(parsed(SqlType.TIME, vector, row), 0);
  }

  @Override
  public LocalDateTime toTimestamp(ColumnVector vector, int row) throws SQLException {
    return ColumnReader.of(SqlType.TIMESTAMP, zone)
        .toTimestamp(parsed(SqlType.TIMESTAMP, vector, row), 0);
  }

  @Override
  public OffsetDateTime toInstant(ColumnVector vector, int row) throws SQLException {
    SqlType type = SqlType.TIMESTAMP_WITH_TIME_ZONE;
    return ColumnReader.of(type, zone).toInstant(parsed(type, vector, row), 0);
  }

  @Override
  public UUID toUuid(ColumnVector vector, int row) throws SQLException {
    return ColumnReader.of(SqlType.UUID, zone).toUuid(parsed(SqlType.UUID, vector, row), 0);
  }

  private ColumnVector parsed(SqlType target, ColumnVector vector, int row) throws SQLException {
    BytesVector text = (BytesVector) vector;
    ColumnVector parsed = ColumnVector.allocate(target.vectorKind(), 1);
    try {
      new ValueParser(target)
          .parse(text.data(), text.start(row), text.length(row), zone.get(), parsed, 0);
    } catch (GabbroException e) {
      throw SqlExceptions.of(e);
    }
    return parsed;
  }
}
