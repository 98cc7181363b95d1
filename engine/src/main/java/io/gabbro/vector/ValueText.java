package io.gabbro.vector;

import io.gabbro.type.BinaryText;
import io.gabbro.type.BooleanText;
import io.gabbro.type.DateTimeText;
import io.gabbro.type.DecimalText;
import io.gabbro.type.FloatingText;
import io.gabbro.type.IntervalText;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8Builder;
import java.time.ZoneId;

/** The text of a value in a vector: what {@code CAST(value AS TEXT)} gives. Stateless. */
public final class ValueText {
  private ValueText() {}

  /**
   * Appends the text of a value that is not NULL.
   *
   * @param zone in which an instant is shown
   */
  public static void append(
      Utf8Builder target, SqlType type, ColumnVector vector, int row, ZoneId zone) {
    switch (type.kind()) {
      case NULL -> throw new IllegalArgumentException("NULL has no text");
      case BOOLEAN -> BooleanText.append(target, ((BooleanVector) vector).values()[row]);
      case TINYINT, SMALLINT, INTEGER -> target.append((long) ((IntVector) vector).values()[row]);
      case BIGINT -> target.append(((LongVector) vector).values()[row]);
      case NUMERIC -> {
        DecimalVector decimals = (DecimalVector) vector;
        DecimalText.append(target, decimals.highWord(row), decimals.low()[row], type.scale());
      }
      case REAL -> FloatingText.append(target, (float) ((DoubleVector) vector).values()[row]);
      case DOUBLE -> FloatingText.append(target, ((DoubleVector) vector).values()[row]);
      case CHAR, VARCHAR -> {
        BytesVector bytes = (BytesVector) vector;
        target.append(bytes.data(), bytes.start(row), bytes.length(row));
      }
      case VARBINARY -> {
        BytesVector bytes = (BytesVector) vector;
        BinaryText.append(target, bytes.data(), bytes.start(row), bytes.length(row));
      }
      case DATE -> DateTimeText.appendDate(target, ((IntVector) vector).values()[row]);
      case TIME -> DateTimeText.appendTime(target, ((LongVector) vector).values()[row]);
      case TIMESTAMP -> DateTimeText.appendTimestamp(target, ((LongVector) vector).values()[row]);
      case TIMESTAMP_WITH_TIME_ZONE ->
          DateTimeText.appendInstant(target, ((LongVector) vector).values()[row], zone);
      case INTERVAL -> IntervalText.append(target, ((IntervalVector) vector).values()[row]);
      case UUID -> {
        BytesVector bytes = (BytesVector) vector;
        BinaryText.appendUuid(target, bytes.data(), bytes.start(row));
      }
    }
  }

  /** The text of a value, null when it is NULL. */
  public static String of(SqlType type, ColumnVector vector, int row, ZoneId zone) {
    if (vector.isNull(row)) {
      return null;
    }
    Utf8Builder target = new Utf8Builder();
    append(target, type, vector, row, zone);
    return target.toString();
  }
}
