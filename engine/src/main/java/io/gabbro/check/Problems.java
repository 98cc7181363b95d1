package io.gabbro.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The problems of one object, of which the first are kept. */
final class Problems {
  private static final int MOST = 10;

  private final List<String> first = new ArrayList<>();
  private long count;

  void add(String problem) {
    if (first.size() < MOST) {
      first.add(problem);
    }
    count++;
  }

  /** All of them in one text; empty when there are none. */
  Optional<String> text() {
    if (count == 0) {
      return Optional.empty();
    }
    String told = String.join("; ", first);
    return Optional.of(count > MOST ? told + "; and " + (count - MOST) + " more" : told);
  }
}
