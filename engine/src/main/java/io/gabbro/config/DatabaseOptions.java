package io.gabbro.config;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Values of all options. Immutable; what nobody set has its default. */
public final class DatabaseOptions {
  private static final DatabaseOptions DEFAULTS = new DatabaseOptions(new EnumMap<>(Option.class));

  private final EnumMap<Option, String> values;

  private DatabaseOptions(EnumMap<Option, String> values) {
    this.values = values;
  }

  /** All defaults. */
  public static DatabaseOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Options by name.
   *
   * @throws GabbroException {@code UNDEFINED_OPTION} for an unknown name, {@code INVALID_OPTION}
   *     for a bad value
   */
  public static DatabaseOptions of(Map<String, String> byName) {
    DatabaseOptions options = DEFAULTS;
    for (Map.Entry<String, String> entry : byName.entrySet()) {
      Option option =
          Option.find(entry.getKey())
              .orElseThrow(() -> new GabbroException(ErrorCode.UNDEFINED_OPTION, entry.getKey()));
      options = options.with(option, entry.getValue());
    }
    return options;
  }

  /**
   * These options with one of them changed.
   *
   * @throws GabbroException {@code INVALID_OPTION} for a bad value
   */
  public DatabaseOptions with(Option option, String value) {
    EnumMap<Option, String> changed = new EnumMap<>(values);
    try {
      changed.put(option, option.kind().normalize(value));
    } catch (IllegalArgumentException e) {
      throw GabbroException.causedBy(
          e, ErrorCode.INVALID_OPTION, option.key(), value, e.getMessage());
    }
    return new DatabaseOptions(changed);
  }

  /** The value as text. */
  public String text(Option option) {
    String value = values.get(option);
    return value == null ? option.defaultValue() : value;
  }

  /** Whether somebody set it. */
  public boolean isSet(Option option) {
    return values.containsKey(option);
  }

  /** A true-or-false option. */
  public boolean isTrue(Option option) {
    return text(option).equals("true");
  }

  /** A whole number. */
  public int integer(Option option) {
    return (int) Math.min(Integer.MAX_VALUE, OptionKind.parseNumber(text(option)));
  }

  /** A number of bytes. */
  public long bytes(Option option) {
    return OptionKind.parseBytes(text(option).toLowerCase(Locale.ROOT));
  }

  /** A length of time; zero means without end. */
  public Duration duration(Option option) {
    return OptionKind.parseDuration(text(option));
  }

  /** A time zone. */
  public ZoneId zone(Option option) {
    return OptionKind.parseZone(text(option));
  }
}
