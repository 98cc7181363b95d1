package io.gabbro.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DatabaseOptionsTest {
  @Test
  void everyDefaultIsAValueOfItsKind() {
    for (Option option : Option.values()) {
      assertEquals(
          option.defaultValue().toLowerCase(java.util.Locale.ROOT),
          DatabaseOptions.defaults().with(option, option.defaultValue()).text(option));
    }
  }

  @Test
  void readsUnits() {
    DatabaseOptions options =
        DatabaseOptions.of(
            Map.of(
                "memory_limit", "3 kb",
                "LOCK_TIMEOUT", "2min",
                "statement_timeout", "250",
                "time_zone", "Europe/Berlin",
                "file_access", "on",
                "threads", "4"));
    assertEquals(3072, options.bytes(Option.MEMORY_LIMIT));
    assertEquals(Duration.ofMinutes(2), options.duration(Option.LOCK_TIMEOUT));
    assertEquals(Duration.ofMillis(250), options.duration(Option.STATEMENT_TIMEOUT));
    assertEquals(ZoneId.of("Europe/Berlin"), options.zone(Option.TIME_ZONE));
    assertTrue(options.isTrue(Option.FILE_ACCESS));
    assertEquals(4, options.integer(Option.THREADS));
    assertTrue(options.isSet(Option.THREADS));
    assertFalse(options.isSet(Option.MODE));
  }

  @Test
  void refusesUnknownNamesAndBadValues() {
    assertEquals(
        ErrorCode.UNDEFINED_OPTION,
        assertThrows(GabbroException.class, () -> DatabaseOptions.of(Map.of("memory", "1")))
            .code());
    for (Map.Entry<String, String> bad :
        Map.of(
                "memory_limit", "-1",
                "durability", "maybe",
                "lock_timeout", "soon",
                "threads", "two",
                "time_zone", "Mars/Olympus",
                "file_access", "perhaps",
                "block_cache", "99999999999gb")
            .entrySet()) {
      GabbroException error =
          assertThrows(
              GabbroException.class,
              () -> DatabaseOptions.of(Map.of(bad.getKey(), bad.getValue())));
      assertEquals(ErrorCode.INVALID_OPTION, error.code());
      assertTrue(error.getMessage().contains(bad.getKey()), error.getMessage());
    }
  }
}
