package io.gabbro.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/** What differs between two maps, in a few words. */
final class Difference {
  private static final int SHOWN = 6;
  private static final int VALUE_LENGTH = 24;

  private Difference() {}

  static String of(SortedMap<String, String> expected, SortedMap<String, String> found) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(found.keySet());
    for (String key : keys) {
      if (!Objects.equals(expected.get(key), found.get(key))) {
        differences.add(
            key + " is " + shortened(found.get(key)) + ", not " + shortened(expected.get(key)));
      }
    }
    return differences.size()
        + " differences, such as "
        + differences.subList(0, Math.min(SHOWN, differences.size()));
  }

  private static String shortened(String value) {
    return value == null || value.length() <= VALUE_LENGTH
        ? String.valueOf(value)
        : value.substring(0, VALUE_LENGTH) + "…";
  }
}
