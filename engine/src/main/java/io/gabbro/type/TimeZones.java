package io.gabbro.type;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/** Conversions between local time and UTC, in microseconds since 1970-01-01 00:00. */
public final class TimeZones {
  private static final long NANOS_PER_MICRO = 1000;

  private TimeZones() {}

  /** The offset of a zone from UTC at an instant, in seconds; positive in the east. */
  public static int offsetSeconds(long utcMicros, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    return rules.isFixedOffset()
        ? rules.getOffset(Instant.EPOCH).getTotalSeconds()
        : rules.getOffset(instant(utcMicros)).getTotalSeconds();
  }

  /** The local time of an instant. */
  public static long toLocal(long utcMicros, ZoneId zone) {
    return utcMicros + offsetSeconds(utcMicros, zone) * Dates.MICROS_PER_SECOND;
  }

  /**
   * The instant of a local time. As in PostgreSQL, a time that clocks skip is read with the offset
   * before the change, and one that they show twice with the offset after it.
   */
  public static long toUtc(long localMicros, ZoneId zone) {
    return localMicros - localOffset(localMicros, zone) * Dates.MICROS_PER_SECOND;
  }

  private static int localOffset(long localMicros, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    if (rules.isFixedOffset()) {
      return rules.getOffset(Instant.EPOCH).getTotalSeconds();
    }
    LocalDateTime local = LocalDateTime.ofInstant(instant(localMicros), ZoneOffset.UTC);
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    ZoneOffset offset =
        offsets.isEmpty()
            ? rules.getTransition(local).getOffsetBefore()
            : offsets.get(offsets.size() - 1);
    return offset.getTotalSeconds();
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, Dates.MICROS_PER_SECOND),
        Math.floorMod(micros, Dates.MICROS_PER_SECOND) * NANOS_PER_MICRO);
  }
}
