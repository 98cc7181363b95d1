package io.gabbro.monitor;

/**
 * A figure of a database at a moment.
 *
 * @param name its name, in lower case with underscores
 * @param value its value
 * @param unit what it counts: {@value #COUNT}, {@value #BYTES}, {@value #MILLIS}, {@value #MICROS}
 *     or {@value #PERCENT}
 * @param description its meaning, in a line
 */
public record Metric(String name, long value, String unit, String description) {
  /** A number of things. */
  public static final String COUNT = "count";

  /** A number of bytes. */
  public static final String BYTES = "bytes";

  /** A time in milliseconds. */
  public static final String MILLIS = "ms";

  /** A time in microseconds. */
  public static final String MICROS = "us";

  /** A share of a hundred. */
  public static final String PERCENT = "percent";

  /** A number of things. */
  public static Metric count(String name, long value, String description) {
    return new Metric(name, value, COUNT, description);
  }

  /** A number of bytes. */
  public static Metric bytes(String name, long value, String description) {
    return new Metric(name, value, BYTES, description);
  }
}
