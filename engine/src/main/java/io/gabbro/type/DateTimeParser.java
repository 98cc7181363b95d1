package io.gabbro.type;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Reads dates and times from UTF-8 text: {@code 2024-01-31}, {@code 20240131}, {@code 2024/1/31},
 * each perhaps with a time behind a blank or {@code T}, {@code 12:34}, {@code 12:34:56.789}, {@code
 * 1:30 PM}, and behind it perhaps a zone, {@code Z}, {@code +05:30}, {@code -08}, {@code
 * Europe/Berlin}; {@code BC} at the end. Used again; not thread-safe.
 */
public final class DateTimeParser {
  private static final int MAX_OFFSET_HOURS = 15;
  private static final int MICRO_DIGITS = 6;

  private SqlType type = SqlType.TIMESTAMP;
  private byte[] bytes = new byte[0];
  private int start;
  private int length;
  private int position;
  private int end;

  private boolean hasDate;
  private boolean hasTime;
  private long day;
  private long time;
  private ZoneId zone;

  /** A date; a time behind it is read and dropped. */
  public int parseDate(byte[] text, int from, int count) {
    parse(text, from, count, SqlType.DATE);
    require(hasDate);
    checkRange(Dates.isValidDay(day));
    return (int) day;
  }

  /** A time of day in microseconds; a date before it is read and dropped. */
  public long parseTime(byte[] text, int from, int count) {
    parse(text, from, count, SqlType.TIME);
    require(hasTime);
    checkRange(time < Dates.MICROS_PER_DAY);
    return time;
  }

  /** A timestamp without zone in microseconds; a zone behind it is read and dropped. */
  public long parseTimestamp(byte[] text, int from, int count) {
    parse(text, from, count, SqlType.TIMESTAMP);
    return local();
  }

  /**
   * An instant in microseconds.
   *
   * @param defaultZone the zone of a text that names none
   */
  public long parseInstant(byte[] text, int from, int count, ZoneId defaultZone) {
    parse(text, from, count, SqlType.TIMESTAMP_WITH_TIME_ZONE);
    long utc = TimeZones.toUtc(local(), zone == null ? defaultZone : zone);
    checkRange(Dates.isValidTimestamp(utc));
    return utc;
  }

  private long local() {
    require(hasDate);
    checkRange(Dates.isValidDay(day) && day <= Dates.dayOf(Dates.MAX_MICROS));
    long micros = day * Dates.MICROS_PER_DAY + time;
    checkRange(Dates.isValidTimestamp(micros));
    return micros;
  }

  private void parse(byte[] text, int from, int count, SqlType target) {
    bytes = text;
    start = from;
    length = count;
    type = target;
    position = from;
    end = from + count;
    hasDate = false;
    hasTime = false;
    day = 0;
    time = 0;
    zone = null;
    skipBlanks();
    while (end > position && bytes[end - 1] == ' ') {
      end--;
    }
    if (isDateNext()) {
      parseDateFields();
    }
    if (isDigit(position)) {
      parseTimeFields();
      skipBlanks();
      if (position < end) {
        parseZone();
      }
    }
    require(position == end && (hasDate || hasTime));
  }

  /** A date starts with at least four digits and no colon behind them. */
  private boolean isDateNext() {
    int digits = position;
    while (isDigit(digits)) {
      digits++;
    }
    return digits - position >= 4;
  }

  private void parseDateFields() {
    int digits = position;
    long number = number(9);
    digits = position - digits;
    long year;
    long month;
    long dayOfMonth;
    if (digits == 8 && (position == end || peek() == ' ' || peek() == 'T')) {
      year = number / 10000;
      month = number / 100 % 100;
      dayOfMonth = number % 100;
    } else {
      year = number;
      char separator = peek();
      require(separator == '-' || separator == '/');
      position++;
      month = number(2);
      require(peek() == separator);
      position++;
      dayOfMonth = number(2);
    }
    boolean beforeChrist = takeBeforeChrist();
    checkRange(year > 0 && month >= 1 && month <= 12 && dayOfMonth >= 1);
    year = beforeChrist ? 1 - year : year;
    checkRange(dayOfMonth <= Dates.daysInMonth(year, (int) month));
    day = Dates.day(year, (int) month, (int) dayOfMonth);
    hasDate = true;
    if (position < end && (peek() == 'T' || peek() == 't')) {
      position++;
      require(position < end);
    }
    skipBlanks();
  }

  /** {@code BC} stands at the very end, behind the time too. */
  private boolean takeBeforeChrist() {
    boolean found =
        end - position >= 3
            && bytes[end - 3] == ' '
            && (bytes[end - 2] | 32) == 'b'
            && (bytes[end - 1] | 32) == 'c';
    if (found) {
      end -= 2;
      while (end > position && bytes[end - 1] == ' ') {
        end--;
      }
    }
    return found;
  }

  private void parseTimeFields() {
    long hour = number(2);
    require(peek() == ':');
    position++;
    long minute = number(2);
    long second = 0;
    long fraction = 0;
    if (peek() == ':') {
      position++;
      second = number(2);
      fraction = fraction();
    }
    int halfDay = halfDay();
    if (halfDay >= 0) {
      checkRange(hour >= 1 && hour <= 12);
      hour = hour % 12 + halfDay;
    }
    checkRange(hour <= 24 && minute < 60 && second <= 60);
    time =
        hour * Dates.MICROS_PER_HOUR
            + minute * Dates.MICROS_PER_MINUTE
            + second * Dates.MICROS_PER_SECOND
            + fraction;
    checkRange(time <= Dates.MICROS_PER_DAY);
    hasTime = true;
  }

  /** The digits behind a point, rounded to microseconds. */
  private long fraction() {
    if (peek() != '.') {
      return 0;
    }
    position++;
    long micros = 0;
    int digits = 0;
    for (; isDigit(position); position++, digits++) {
      int digit = bytes[position] - '0';
      if (digits < MICRO_DIGITS) {
        micros = micros * 10 + digit;
      } else if (digits == MICRO_DIGITS && digit >= 5) {
        micros++;
      }
    }
    for (; digits < MICRO_DIGITS; digits++) {
      micros *= 10;
    }
    return micros;
  }

  /** 0 for AM, 12 for PM, -1 for neither. */
  private int halfDay() {
    int next = position;
    while (next < end && bytes[next] == ' ') {
      next++;
    }
    if (next + 2 > end || (bytes[next + 1] | 32) != 'm') {
      return -1;
    }
    int letter = bytes[next] | 32;
    if (letter != 'a' && letter != 'p') {
      return -1;
    }
    position = next + 2;
    return letter == 'p' ? 12 : 0;
  }

  private void parseZone() {
    char sign = peek();
    if (sign == '+' || sign == '-') {
      position++;
      int digits = position;
      long hours = number(4);
      long minutes = 0;
      long seconds = 0;
      if (position - digits > 2) {
        minutes = hours % 100;
        hours /= 100;
      } else if (peek() == ':') {
        position++;
        minutes = number(2);
        if (peek() == ':') {
          position++;
          seconds = number(2);
        }
      }
      checkRange(hours <= MAX_OFFSET_HOURS && minutes < 60 && seconds < 60);
      int total = (int) (hours * 3600 + minutes * 60 + seconds);
      zone = ZoneOffset.ofTotalSeconds(sign == '-' ? -total : total);
      return;
    }
    String name = new String(bytes, position, end - position, StandardCharsets.UTF_8);
    position = end;
    if (name.equalsIgnoreCase("z") || name.toUpperCase(Locale.ROOT).equals("UTC")) {
      zone = ZoneOffset.UTC;
      return;
    }
    try {
      zone = ZoneId.of(name);
    } catch (DateTimeException unknown) {
      require(false);
    }
  }

  private long number(int maxDigits) {
    int from = position;
    long value = 0;
    while (position - from < maxDigits && isDigit(position)) {
      value = value * 10 + bytes[position++] - '0';
    }
    require(position > from);
    return value;
  }

  private boolean isDigit(int index) {
    return index < end && bytes[index] >= '0' && bytes[index] <= '9';
  }

  private void skipBlanks() {
    while (position < end && bytes[position] == ' ') {
      position++;
    }
  }

  private char peek() {
    return position < end ? (char) bytes[position] : 0;
  }

  private void require(boolean valid) {
    if (!valid) {
      throw new GabbroException(ErrorCode.INVALID_DATETIME, type, text());
    }
  }

  private void checkRange(boolean valid) {
    if (!valid) {
      throw new GabbroException(ErrorCode.DATETIME_OUT_OF_RANGE, text());
    }
  }

  private String text() {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}
