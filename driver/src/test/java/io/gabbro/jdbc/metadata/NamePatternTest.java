package io.gabbro.jdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "city, city, true",
    "city, City, false",
    "city, cities, false",
    "%, '', true",
    "'', '', true",
    "'', a, false",
    "c_ty, city, true",
    "c_ty, cty, false",
    "c%, city, true",
    "%ty, city, true",
    "%i%y, city, true",
    "%i%x, city, false",
    "a\\_b, a_b, true",
    "a\\_b, axb, false",
    "a\\%b, a%b, true",
    "a\\%b, axxb, false",
    "a\\\\b, a\\b, true",
    "a\\, a\\, true"
  })
  void matches(String pattern, String name, boolean expected) {
    assertEquals(expected, NamePattern.of(pattern).matches(name));
  }

  @Test
  void noPatternMatchesAll() {
    assertTrue(NamePattern.of(null).matches("anything"));
  }
}
