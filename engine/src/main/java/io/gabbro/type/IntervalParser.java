package io.gabbro.type;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads intervals: quantities with units ({@code 1 year 2 mons 3 days 04:05:06}, {@code 1.5 hours},
 * {@code 3 days ago}), years and months ({@code 1-2}), and ISO 8601 durations ({@code
 * P1Y2M3DT4H5M6S}). A fraction of a month counts 30 days a month, one of a day 24 hours a day.
 */
public final class IntervalParser {
  private static final Pattern CLOCK =
      Pattern.compile("([+-]?)(\\d+):(\\d{1,2})(?::(\\d{1,2}(?:\\.\\d*)?))?");
  private static final Pattern YEAR_MONTH = Pattern.compile("([+-]?)(\\d+)-(\\d{1,2})");
  private static final Pattern QUANTITY =
      Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))\\s*([a-zµ]*)");
  private static final Pattern ISO_FIELD =
      Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))([YMWDHS])");

  private static final BigDecimal DAYS_PER_MONTH = BigDecimal.valueOf(30);
  private static final BigDecimal MICROS_PER_DAY = BigDecimal.valueOf(Dates.MICROS_PER_DAY);

  private final String text;
  private final String lastUnit;
  private BigDecimal months = BigDecimal.ZERO;
  private BigDecimal days = BigDecimal.ZERO;
  private BigDecimal micros = BigDecimal.ZERO;

  private IntervalParser(String text, String lastUnit) {
    this.text = text;
    this.lastUnit = lastUnit;
  }

  /**
   * Reads an interval; a last number without unit counts seconds.
   *
   * @throws GabbroException INVALID_DATETIME or DATETIME_OUT_OF_RANGE
   */
  public static Interval parse(String text) {
    return parse(text, "second");
  }

  /**
   * Reads the text of {@code INTERVAL '…' unit}.
   *
   * @param unit the unit of a last number that has none
   * @throws GabbroException INVALID_DATETIME or DATETIME_OUT_OF_RANGE
   */
  public static Interval parse(String text, String unit) {
    return new IntervalParser(text, unit).parse();
  }

  private Interval parse() {
    String trimmed = text.strip();
    if (trimmed.startsWith("P") || trimmed.startsWith("-P")) {
      parseIso(trimmed);
    } else {
      parseQuantities(trimmed.toLowerCase(Locale.ROOT));
    }
    try {
      return new Interval(months.intValueExact(), days.intValueExact(), micros.longValueExact());
    } catch (ArithmeticException overflow) {
      throw new GabbroException(ErrorCode.DATETIME_OUT_OF_RANGE, text);
    }
  }

  private void parseQuantities(String words) {
    String rest = words.startsWith("@") ? words.substring(1).strip() : words;
    boolean ago = rest.endsWith(" ago");
    rest = ago ? rest.substring(0, rest.length() - " ago".length()).strip() : rest;
    if (rest.isEmpty()) {
      throw invalid();
    }
    int position = 0;
    while (position < rest.length()) {
      position = parseField(rest, position);
      while (position < rest.length() && rest.charAt(position) == ' ') {
        position++;
      }
    }
    if (ago) {
      negate();
    }
  }

  private int parseField(String words, int position) {
    Matcher clock = CLOCK.matcher(words).region(position, words.length());
    if (clock.lookingAt()) {
      addClock(clock);
      return clock.end();
    }
    Matcher yearMonth = YEAR_MONTH.matcher(words).region(position, words.length());
    if (yearMonth.lookingAt()) {
      BigDecimal total =
          new BigDecimal(yearMonth.group(2))
              .multiply(BigDecimal.valueOf(12))
              .add(new BigDecimal(yearMonth.group(3)));
      addMonths(yearMonth.group(1).equals("-") ? total.negate() : total);
      return yearMonth.end();
    }
    Matcher quantity = QUANTITY.matcher(words).region(position, words.length());
    if (!quantity.lookingAt()) {
      throw invalid();
    }
    String unit = quantity.group(2);
    if (unit.isEmpty()) {
      // A number in front of a time of day counts days: 3 04:05:06.
      unit = quantity.end() == words.length() ? lastUnit : "day";
    }
    add(new BigDecimal(quantity.group(1)), unit);
    return quantity.end();
  }

  private void addClock(Matcher clock) {
    BigDecimal seconds =
        new BigDecimal(clock.group(2))
            .multiply(BigDecimal.valueOf(3600))
            .add(new BigDecimal(clock.group(3)).multiply(BigDecimal.valueOf(60)));
    if (Integer.parseInt(clock.group(3)) > 59) {
      throw new GabbroException(ErrorCode.DATETIME_OUT_OF_RANGE, text);
    }
    if (clock.group(4) != null) {
      seconds = seconds.add(new BigDecimal(clock.group(4)));
    }
    addMicros(clock.group(1).equals("-") ? seconds.negate() : seconds, Dates.MICROS_PER_SECOND);
  }

  private void parseIso(String duration) {
    boolean negative = duration.startsWith("-");
    String rest = duration.substring(negative ? 2 : 1);
    int separator = rest.indexOf('T');
    String date = separator < 0 ? rest : rest.substring(0, separator);
    String time = separator < 0 ? "" : rest.substring(separator + 1);
    if (date.length() + time.length() == 0 || (separator >= 0 && time.isEmpty())) {
      throw invalid();
    }
    addIso(date, "YMWD", new String[] {"year", "month", "week", "day"});
    addIso(time, "HMS", new String[] {"hour", "minute", "second"});
    if (negative) {
      negate();
    }
  }

  private void addIso(String fields, String letters, String[] units) {
    Matcher matcher = ISO_FIELD.matcher(fields);
    int position = 0;
    while (position < fields.length()) {
      matcher.region(position, fields.length());
      int unit = matcher.lookingAt() ? letters.indexOf(matcher.group(2)) : -1;
      if (unit < 0) {
        throw invalid();
      }
      add(new BigDecimal(matcher.group(1)), units[unit]);
      position = matcher.end();
    }
  }

  private void add(BigDecimal quantity, String unit) {
    Optional<DateTimeField> field = DateTimeField.ofUnit(unit);
    switch (field.orElseThrow(this::invalid)) {
      case MILLENNIUM -> addMonths(quantity.multiply(BigDecimal.valueOf(12_000)));
      case CENTURY -> addMonths(quantity.multiply(BigDecimal.valueOf(1_200)));
      case DECADE -> addMonths(quantity.multiply(BigDecimal.valueOf(120)));
      case YEAR ->
          months =
              months.add(
                  quantity.multiply(BigDecimal.valueOf(12)).setScale(0, RoundingMode.HALF_EVEN));
      case QUARTER -> addMonths(quantity.multiply(BigDecimal.valueOf(3)));
      case MONTH -> addMonths(quantity);
      case WEEK -> addDays(quantity.multiply(BigDecimal.valueOf(7)));
      case DAY -> addDays(quantity);
      case HOUR -> addMicros(quantity, Dates.MICROS_PER_HOUR);
      case MINUTE -> addMicros(quantity, Dates.MICROS_PER_MINUTE);
      case SECOND -> addMicros(quantity, Dates.MICROS_PER_SECOND);
      case MILLISECONDS -> addMicros(quantity, Dates.MICROS_PER_SECOND / 1000);
      case MICROSECONDS -> addMicros(quantity, 1);
      default -> throw invalid();
    }
  }

  private void addMonths(BigDecimal quantity) {
    BigDecimal whole = quantity.setScale(0, RoundingMode.DOWN);
    months = months.add(whole);
    addDays(quantity.subtract(whole).multiply(DAYS_PER_MONTH));
  }

  private void addDays(BigDecimal quantity) {
    BigDecimal whole = quantity.setScale(0, RoundingMode.DOWN);
    days = days.add(whole);
    BigDecimal fraction = quantity.subtract(whole).multiply(MICROS_PER_DAY);
    micros = micros.add(fraction.setScale(0, RoundingMode.HALF_EVEN));
  }

  private void addMicros(BigDecimal quantity, long unit) {
    BigDecimal total = quantity.multiply(BigDecimal.valueOf(unit));
    micros = micros.add(total.setScale(0, RoundingMode.HALF_EVEN));
  }

  private void negate() {
    months = months.negate();
    days = days.negate();
    micros = micros.negate();
  }

  private GabbroException invalid() {
    return new GabbroException(ErrorCode.INVALID_DATETIME, SqlType.INTERVAL, text);
  }
}
