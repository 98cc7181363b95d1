package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.GabbroException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTextTest {
  private static String print(Interval interval) {
    Utf8Builder target = new Utf8Builder();
    IntervalText.append(target, interval);
    return target.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "3 days, 3 days",
    "1 day, 1 day",
    "1 year 2 mons 04:05:06, 1 year 2 mons 04:05:06",
    "1 year 2 months 3 days 4 hours 5 minutes 6.789 seconds, 1 year 2 mons 3 days 04:05:06.789",
    "14 months, 1 year 2 mons",
    "-14 months, -1 years -2 mons",
    "-1 day 2 hours, -1 days +02:00:00",
    "1 day -2 hours, 1 day -02:00:00",
    "-1 year 3 days, -1 years +3 days",
    "-1 year -3 days 1 sec, -1 years -3 days +00:00:01",
    "3 days ago, -3 days",
    "@ 1 hour, 01:00:00",
    "1-2, 1 year 2 mons",
    "-1-2, -1 years -2 mons",
    "3 4:05:06, 3 days 04:05:06",
    "4:05, 04:05:00",
    "-4:05:06.5, -04:05:06.5",
    "5, 00:00:05",
    "0 days, 00:00:00",
    "1.5 days, 1 day 12:00:00",
    "1.5 months, 1 mon 15 days",
    "1.5 years, 1 year 6 mons",
    "1.5 weeks, 10 days 12:00:00",
    "2 weeks, 14 days",
    "1 quarter, 3 mons",
    "1 decade, 10 years",
    "1 century, 100 years",
    "100 hours, 100:00:00",
    "1000000 us, 00:00:01",
    "1d2h3m4s, 1 day 02:03:04",
    "P1Y2M3DT4H5M6S, 1 year 2 mons 3 days 04:05:06",
    "P1Y2M, 1 year 2 mons",
    "PT1.5S, 00:00:01.5",
    "P2W, 14 days",
    "-P1D, -1 days",
    "P-1Y, -1 years",
  })
  void readsAndPrints(String text, String expected) {
    assertEquals(expected, print(IntervalParser.parse(text)));
  }

  @Test
  void takesTheUnitOfTheLiteral() {
    assertEquals(new Interval(3, 0, 0), IntervalParser.parse("3", "month"));
    assertEquals(new Interval(-36, 0, 0), IntervalParser.parse("-3", "year"));
    assertEquals(new Interval(0, 0, 90_000_000), IntervalParser.parse("1.5", "minute"));
    assertEquals(new Interval(0, 3, 0), IntervalParser.parse("3 days", "month"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 22007",
    "x, 22007",
    "3 fortnights, 22007",
    "P, 22007",
    "PT, 22007",
    "P1, 22007",
    "1 day x, 22007",
    "P1H, 22007",
    "12:60, 22008",
    "999999999999 years, 22008",
    "9999999999999999999 seconds, 22008",
    "3 dow, 22007"
  })
  void refuses(String text, String sqlState) {
    GabbroException error = assertThrows(GabbroException.class, () -> IntervalParser.parse(text));
    assertEquals(sqlState, error.sqlState());
  }
}
