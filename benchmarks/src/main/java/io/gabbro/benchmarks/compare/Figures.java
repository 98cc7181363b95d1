package io.gabbro.benchmarks.compare;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

  private Figures() {}

  /** Three significant digits below 1,000, none after the point above. */
  static String format(double value) {
    if (value >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
