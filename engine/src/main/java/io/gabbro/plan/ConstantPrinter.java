package io.gabbro.plan;

import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.Interval;
import io.gabbro.type.IntervalText;
import io.gabbro.type.Utf8Builder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;

/** Constants as SQL literals. */
final class ConstantPrinter {
  private static final int MAX_LENGTH = 80;

  private ConstantPrinter() {}

  static String print(Constant constant) {
    Object value = constant.value();
    if (value == null) {
      return "NULL";
    }
    return switch (constant.type().kind()) {
      case NULL, CHAR, VARCHAR -> quoted((String) value);
      case BOOLEAN -> value.toString().toUpperCase(Locale.ROOT);
      case NUMERIC -> ((BigDecimal) value).toPlainString();
      case VARBINARY -> "X'" + cut(HexFormat.of().formatHex((byte[]) value)) + "'";
      case DATE -> "DATE '" + value + "'";
      case TIME -> "TIME '" + value + "'";
      case TIMESTAMP -> "TIMESTAMP '" + timestamp((LocalDateTime) value) + "'";
      case TIMESTAMP_WITH_TIME_ZONE ->
          "TIMESTAMPTZ '"
              + timestamp(LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC))
              + "+00'";
      case INTERVAL -> "INTERVAL '" + interval((Interval) value) + "'";
      case UUID -> "UUID '" + value + "'";
      case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> value.toString();
    };
  }

  private static String quoted(String text) {
    return "'" + cut(text).replace("'", "''") + "'";
  }

  private static String cut(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  private static String timestamp(LocalDateTime timestamp) {
    return timestamp.toLocalDate() + " " + timestamp.toLocalTime();
  }

  private static String interval(Interval interval) {
    Utf8Builder text = new Utf8Builder();
    IntervalText.append(text, interval);
    return text.toString();
  }
}
