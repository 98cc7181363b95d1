package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.GabbroException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTimeTextTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final DateTimeParser parser = new DateTimeParser();

  private static byte[] bytes(String text) {
    // Something around it shows that the limits are kept.
    return ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
  }

  private String convert(String type, String text) {
    byte[] bytes = bytes(text);
    int length = bytes.length - 2;
    return switch (type) {
      case "date" -> print(DateTimeText::appendDate, parser.parseDate(bytes, 1, length));
      case "time" -> print(DateTimeText::appendTime, parser.parseTime(bytes, 1, length));
      case "timestamp" ->
          print(DateTimeText::appendTimestamp, parser.parseTimestamp(bytes, 1, length));
      default ->
          print(
              (target, value) -> DateTimeText.appendInstant(target, value, BERLIN),
              parser.parseInstant(bytes, 1, length, BERLIN));
    };
  }

  private static <T> String print(BiConsumer<Utf8Builder, T> printer, T value) {
    Utf8Builder target = new Utf8Builder();
    printer.accept(target, value);
    return target.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "date, 2024-01-31, 2024-01-31",
    "date, 20240131, 2024-01-31",
    "date, 2024/1/3, 2024-01-03",
    "date, ' 2024-02-29 ', 2024-02-29",
    "date, 0044-03-15 BC, 0044-03-15 BC",
    "date, 0001-01-01, 0001-01-01",
    "date, 0001-12-31 BC, 0001-12-31 BC",
    "date, 4714-11-24 BC, 4714-11-24 BC",
    "date, 5874897-12-31, 5874897-12-31",
    "date, 2024-01-31 12:00, 2024-01-31",
    "date, 2024-01-31T12:00:00Z, 2024-01-31",
    "time, 12:34, 12:34:00",
    "time, 1:02:03, 01:02:03",
    "time, 12:34:56., 12:34:56",
    "time, 12:34:56.789, 12:34:56.789",
    "time, 12:34:56.1234567, 12:34:56.123457",
    "time, 23:59:59.999999, 23:59:59.999999",
    "time, 12:34:60, 12:35:00",
    "time, 12:30 AM, 00:30:00",
    "time, 1:30pm, 13:30:00",
    "time, 12:34+02, 12:34:00",
    "timestamp, 2024-01-31 12:34:56.789, 2024-01-31 12:34:56.789",
    "timestamp, 2024-01-31T12:34:56, 2024-01-31 12:34:56",
    "timestamp, 2024-01-31, 2024-01-31 00:00:00",
    "timestamp, 2024-01-31 24:00, 2024-02-01 00:00:00",
    "timestamp, 2024-01-31 12:34:56+05, 2024-01-31 12:34:56",
    "timestamp, 1969-12-31 23:59:59.999999, 1969-12-31 23:59:59.999999",
    "timestamp, 0044-03-15 12:00:00 BC, 0044-03-15 12:00:00 BC",
    "timestamp, 294246-12-31 23:59:59.999999, 294246-12-31 23:59:59.999999",
    "zoned, 2024-01-31 12:00, 2024-01-31 12:00:00+01",
    "zoned, 2024-07-31 12:00, 2024-07-31 12:00:00+02",
    "zoned, 2024-07-31 12:00Z, 2024-07-31 14:00:00+02",
    "zoned, 2024-07-31 12:00 utc, 2024-07-31 14:00:00+02",
    "zoned, 2024-01-31 12:00+05:30, 2024-01-31 07:30:00+01",
    "zoned, 2024-01-31 12:00-0800, 2024-01-31 21:00:00+01",
    "zoned, 2024-01-31 12:00 Asia/Baghdad, 2024-01-31 10:00:00+01",
    "zoned, 1890-01-01 00:00, 1890-01-01 00:00:00+00:53:28",
  })
  void readsAndPrints(String type, String text, String expected) {
    assertEquals(expected, convert(type, text));
  }

  @ParameterizedTest
  @CsvSource({
    "date, '', 22007",
    "date, zzz, 22007",
    "date, 2024, 22007",
    "date, 2024-01, 22007",
    "date, 2024-01-31x, 22007",
    "date, 2024-01/31, 22007",
    "date, 12:34, 22007",
    "date, 2024-13-01, 22008",
    "date, 2024-00-01, 22008",
    "date, 2024-02-30, 22008",
    "date, 2023-02-29, 22008",
    "date, 0000-01-01, 22008",
    "date, 5874898-01-01, 22008",
    "date, 4714-11-23 BC, 22008",
    "date, 2024-01-31T, 22007",
    "time, 2024-01-31, 22007",
    "time, 12, 22007",
    "time, 24:00:00, 22008",
    "time, 12:60, 22008",
    "time, 25:00, 22008",
    "time, 13:00 PM, 22008",
    "timestamp, 2024-01-31 24:00:01, 22008",
    "timestamp, 294247-01-01, 22008",
    "timestamp, 2024-01-31 12:34 Nowhere/Land, 22007",
    "zoned, 2024-01-31 12:34+16, 22008",
    "zoned, 2024-01-31 12:34 +, 22007",
  })
  void refuses(String type, String text, String sqlState) {
    GabbroException error = assertThrows(GabbroException.class, () -> convert(type, text));
    assertEquals(sqlState, error.sqlState(), error.getMessage());
  }
}
