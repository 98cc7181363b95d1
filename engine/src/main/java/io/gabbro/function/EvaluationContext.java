package io.gabbro.function;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a kernel may know of the statement that it runs in.
 *
 * @param statementTime when the statement started; {@code current_timestamp} and its kin
 * @param zone the time zone for conversions between local and absolute times
 * @param check throws when the statement shall stop; for those whose work on few rows takes long
 */
public record EvaluationContext(Instant statementTime, ZoneId zone, Runnable check) {
  /** What is known where nothing can be stopped. */
  public EvaluationContext(Instant statementTime, ZoneId zone) {
    this(statementTime, zone, () -> {});
  }
}
