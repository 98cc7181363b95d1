package io.gabbro.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of a command line; each may be taken once. */
final class Arguments {

  private final List<String> rest;

  Arguments(String[] args) {
    rest = new ArrayList<>(List.of(args));
  }

  /** Takes an option without a value; says whether it was there. */
  boolean flag(String name) {
    return rest.remove(name);
  }

  /** Takes an option and its value. */
  Optional<String> text(String name) {
    int index = rest.indexOf(name);
    if (index < 0) {
      return Optional.empty();
    }
    if (index + 1 == rest.size()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    rest.remove(index);
    return Optional.of(rest.remove(index));
  }

  /** Takes an option and its number; underscores may group the digits. */
  long number(String name, long otherwise) {
    return text(name).map(text -> Long.parseLong(text.replace("_", ""))).orElse(otherwise);
  }

  /** Ends the parsing. */
  void expectNoMore() {
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("unknown option " + rest.get(0));
    }
  }
}
