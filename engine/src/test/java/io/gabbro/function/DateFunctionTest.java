package io.gabbro.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.type.Interval;
import io.gabbro.type.SeededRandom;
import io.gabbro.type.SqlType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Functions of dates against java.time. */
class DateFunctionTest {
  private static final ZoneId ZONE = Evaluation.CONTEXT.zone();
  private static final int ROWS = 500;

  private final Random random = SeededRandom.create();

  private LocalDate anyDate() {
    return LocalDate.ofEpochDay(random.nextInt(400_000) - 100_000);
  }

  private LocalDateTime anyTimestamp() {
    return anyDate().atTime(LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000L) * 1000));
  }

  private void checkField(String field, Function<LocalDateTime, Number> expected) {
    List<SqlType> types = List.of(SqlType.TEXT, SqlType.TIMESTAMP);
    Object[][] rows = new Object[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      rows[row] = new Object[] {field, anyTimestamp()};
    }
    Object[] results =
        ObjectEvaluation.evaluate(ObjectEvaluation.resolve("extract", types), types, rows);
    for (int row = 0; row < ROWS; row++) {
      assertEquals(
          expected.apply((LocalDateTime) rows[row][1]).doubleValue(),
          results[row],
          field + " " + rows[row][1]);
    }
  }

  @Test
  void fields() {
    checkField("year", LocalDateTime::getYear);
    checkField("month", LocalDateTime::getMonthValue);
    checkField("day", LocalDateTime::getDayOfMonth);
    checkField("doy", LocalDateTime::getDayOfYear);
    checkField("isodow", time -> time.getDayOfWeek().getValue());
    checkField("week", time -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    checkField("isoyear", time -> time.get(IsoFields.WEEK_BASED_YEAR));
    checkField("quarter", time -> time.get(IsoFields.QUARTER_OF_YEAR));
    checkField("hour", LocalDateTime::getHour);
    checkField("minute", LocalDateTime::getMinute);
    checkField(
        "microseconds",
        time -> time.getSecond() * 1_000_000 + time.get(ChronoField.MICRO_OF_SECOND));
    checkField(
        "epoch",
        time -> ChronoUnit.MICROS.between(LocalDate.EPOCH.atStartOfDay(), time) / 1_000_000.0);
  }

  @Test
  void julianDays() {
    List<SqlType> types = List.of(SqlType.TEXT, SqlType.DATE);
    Object[][] rows = {{"julian", anyDate()}, {"julian", LocalDate.EPOCH}};
    Object[] results =
        ObjectEvaluation.evaluate(ObjectEvaluation.resolve("extract", types), types, rows);
    for (int row = 0; row < rows.length; row++) {
      assertEquals(
          (double) ((LocalDate) rows[row][1]).getLong(JulianFields.JULIAN_DAY), results[row]);
    }
  }

  @Test
  void timestampsPlusIntervals() {
    List<SqlType> types = List.of(SqlType.TIMESTAMP, SqlType.INTERVAL);
    Object[][] rows = new Object[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      rows[row] = new Object[] {anyTimestamp(), anyInterval()};
    }
    Object[] later = ObjectEvaluation.evaluate(ObjectEvaluation.resolve("+", types), types, rows);
    Object[] earlier = ObjectEvaluation.evaluate(ObjectEvaluation.resolve("-", types), types, rows);
    for (int row = 0; row < ROWS; row++) {
      LocalDateTime time = (LocalDateTime) rows[row][0];
      Interval interval = (Interval) rows[row][1];
      assertEquals(
          time.plusMonths(interval.months())
              .plusDays(interval.days())
              .plus(interval.micros(), ChronoUnit.MICROS),
          later[row]);
      assertEquals(
          time.minusMonths(interval.months())
              .minusDays(interval.days())
              .minus(interval.micros(), ChronoUnit.MICROS),
          earlier[row]);
    }
  }

  private Interval anyInterval() {
    return new Interval(
        random.nextInt(200) - 100,
        random.nextInt(2000) - 1000,
        random.nextLong(1_000_000_000_000L) - 500_000_000_000L);
  }

  @Test
  void instantsPlusIntervals() {
    List<SqlType> types = List.of(SqlType.TIMESTAMP_WITH_TIME_ZONE, SqlType.INTERVAL);
    Object[][] rows = new Object[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      // Noon is never skipped nor doubled, so that java.time and PostgreSQL agree.
      OffsetDateTime noon = anyDate().atTime(12, 0).atZone(ZONE).toOffsetDateTime();
      rows[row] = new Object[] {noon.withOffsetSameInstant(ZoneOffset.UTC), anyInterval()};
    }
    Object[] later = ObjectEvaluation.evaluate(ObjectEvaluation.resolve("+", types), types, rows);
    for (int row = 0; row < ROWS; row++) {
      Interval interval = (Interval) rows[row][1];
      assertEquals(
          ((OffsetDateTime) rows[row][0])
              .atZoneSameInstant(ZONE)
              .plusMonths(interval.months())
              .plusDays(interval.days())
              .plus(interval.micros(), ChronoUnit.MICROS)
              .toOffsetDateTime()
              .withOffsetSameInstant(ZoneOffset.UTC),
          later[row]);
    }
  }

  @Test
  void truncation() {
    List<SqlType> types = List.of(SqlType.TEXT, SqlType.TIMESTAMP);
    Object[][] rows = new Object[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      String field = List.of("month", "year", "day", "hour", "week").get(row % 5);
      rows[row] = new Object[] {field, anyTimestamp()};
    }
    Object[] results =
        ObjectEvaluation.evaluate(ObjectEvaluation.resolve("date_trunc", types), types, rows);
    for (int row = 0; row < ROWS; row++) {
      LocalDateTime time = (LocalDateTime) rows[row][1];
      LocalDateTime midnight = time.truncatedTo(ChronoUnit.DAYS);
      assertEquals(
          switch ((String) rows[row][0]) {
            case "month" -> midnight.withDayOfMonth(1);
            case "year" -> midnight.withDayOfYear(1);
            case "day" -> midnight;
            case "hour" -> time.truncatedTo(ChronoUnit.HOURS);
            default -> midnight.with(ChronoField.DAY_OF_WEEK, 1);
          },
          results[row]);
    }
  }
}
