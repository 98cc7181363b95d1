package io.gabbro.vector;

import io.gabbro.error.GabbroException;
import io.gabbro.type.BinaryText;
import io.gabbro.type.BooleanText;
import io.gabbro.type.DateTimeParser;
import io.gabbro.type.DecimalText;
import io.gabbro.type.FloatingText;
import io.gabbro.type.Int128;
import io.gabbro.type.IntegerText;
import io.gabbro.type.IntervalParser;
import io.gabbro.type.SqlType;
import io.gabbro.type.Utf8Builder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/**
 * Reads values of one type from text: what {@code CAST(text AS type)} does, apart from the length
 * limits of strings. Used again from value to value; not thread-safe.
 */
public final class ValueParser {
  private final SqlType type;
  private final Int128 number = new Int128();
  private final DateTimeParser dateTime = new DateTimeParser();
  private final Utf8Builder binary = new Utf8Builder();

  /** A parser for a type, which must not be {@link SqlType#NULL}. */
  public ValueParser(SqlType type) {
    this.type = type;
  }

  /**
   * Reads a value from UTF-8 text.
   *
   * @param zone of an instant whose text names none
   * @param target the vector of which the position {@code row} is set
   * @throws GabbroException INVALID_TEXT_REPRESENTATION, INVALID_DATETIME, DATETIME_OUT_OF_RANGE or
   *     NUMERIC_OUT_OF_RANGE
   */
  public void parse(byte[] text, int start, int length, ZoneId zone, ColumnVector target, int row) {
    switch (type.kind()) {
      case NULL -> throw new IllegalStateException("a text of NULL");
      case BOOLEAN ->
          ((BooleanVector) target).values()[row] = BooleanText.parse(text, start, length);
      case TINYINT, SMALLINT, INTEGER ->
          ((IntVector) target).values()[row] = (int) IntegerText.parse(text, start, length, type);
      case BIGINT ->
          ((LongVector) target).values()[row] = IntegerText.parse(text, start, length, type);
      case NUMERIC -> {
        DecimalText.parse(text, start, length, type, number);
        ((DecimalVector) target).set(row, number.high(), number.low());
      }
      case REAL ->
          ((DoubleVector) target).values()[row] = FloatingText.parseFloat(text, start, length);
      case DOUBLE ->
          ((DoubleVector) target).values()[row] = FloatingText.parseDouble(text, start, length);
      case CHAR -> {
        int end = start + length;
        while (end > start && text[end - 1] == ' ') {
          end--;
        }
        ((BytesVector) target).set(row, text, start, end - start);
      }
      case VARCHAR -> ((BytesVector) target).set(row, text, start, length);
      case VARBINARY -> {
        BinaryText.parse(text, start, length, binary.clear());
        ((BytesVector) target).set(row, binary.bytes(), 0, binary.length());
      }
      case UUID -> {
        BinaryText.parseUuid(text, start, length, binary.clear());
        ((BytesVector) target).set(row, binary.bytes(), 0, binary.length());
      }
      case DATE -> ((IntVector) target).values()[row] = dateTime.parseDate(text, start, length);
      case TIME -> ((LongVector) target).values()[row] = dateTime.parseTime(text, start, length);
      case TIMESTAMP ->
          ((LongVector) target).values()[row] = dateTime.parseTimestamp(text, start, length);
      case TIMESTAMP_WITH_TIME_ZONE ->
          ((LongVector) target).values()[row] = dateTime.parseInstant(text, start, length, zone);
      case INTERVAL ->
          ((IntervalVector) target).values()[row] =
              IntervalParser.parse(new String(text, start, length, StandardCharsets.UTF_8));
    }
  }
}
