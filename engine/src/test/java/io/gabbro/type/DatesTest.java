package io.gabbro.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DatesTest {
  private final Random random = SeededRandom.create();

  @Test
  void agreesWithJavaTime() {
    for (int round = 0; round < 50_000; round++) {
      int day =
          round < 20_000
              ? round * 40 - 400_000
              : Dates.MIN_DAY
                  + (int) (random.nextDouble() * ((double) Dates.MAX_DAY - Dates.MIN_DAY));
      LocalDate date = LocalDate.ofEpochDay(day);
      long fields = Dates.fields(day);
      assertEquals(date.getYear(), Dates.year(fields));
      assertEquals(date.getMonthValue(), Dates.month(fields));
      assertEquals(date.getDayOfMonth(), Dates.dayOfMonth(fields));
      assertEquals(day, Dates.day(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
      assertEquals(date.getDayOfWeek().getValue(), Dates.isoDayOfWeek(day));
      assertEquals(date.isLeapYear(), Dates.isLeapYear(date.getYear()));
      assertEquals(
          YearMonth.from(date).lengthOfMonth(),
          Dates.daysInMonth(date.getYear(), date.getMonthValue()));
      int months = random.nextInt(5000) - 2500;
      assertEquals(date.plusMonths(months).toEpochDay(), Dates.plusMonths(day, months));
    }
  }

  @Test
  void hasTheLimitsOfPostgres() {
    assertEquals(LocalDate.of(-4713, 11, 24).toEpochDay(), Dates.MIN_DAY);
    assertEquals(LocalDate.of(5874897, 12, 31).toEpochDay(), Dates.MAX_DAY);
    assertEquals(
        LocalDateTime.of(294246, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC),
        Math.floorDiv(Dates.MAX_MICROS, Dates.MICROS_PER_SECOND));
  }

  @Test
  void convertsZonesAsPostgres() {
    ZoneId newYork = ZoneId.of("America/New_York");
    assertEquals(
        micros("2024-03-10T07:30:00"), TimeZones.toUtc(micros("2024-03-10T02:30:00"), newYork));
    assertEquals(
        micros("2024-11-03T06:30:00"), TimeZones.toUtc(micros("2024-11-03T01:30:00"), newYork));
    assertEquals(
        micros("2024-07-01T08:00:00.000001"),
        TimeZones.toLocal(micros("2024-07-01T12:00:00.000001"), newYork));
    assertEquals(
        micros("2024-07-01T06:30:00"),
        TimeZones.toUtc(micros("2024-07-01T12:00:00"), ZoneOffset.ofHoursMinutes(5, 30)));
  }

  private static long micros(String text) {
    return ChronoUnit.MICROS.between(
        LocalDateTime.parse("1970-01-01T00:00"), LocalDateTime.parse(text));
  }
}
