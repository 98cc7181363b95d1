package io.gabbro.crash;

import io.gabbro.session.SqlTester;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Opens a database and finds out which steps of all workers it has. */
final class Verifier {
  /**
   * What was found of a worker: the least and the largest number of steps that make what its tables
   * hold; they differ where steps change nothing.
   */
  record Match(Progress least, long most) {}

  private final Map<String, Progress> known;
  private final History history;

  /**
   * A verifier.
   *
   * @param known how far the workers were at the beginning of the history
   */
  Verifier(Map<String, Progress> known, History history) {
    this.known = known;
    this.history = history;
  }

  /**
   * Verifies that the tables of each worker are what some number of its steps makes of them.
   *
   * @param lastNeeded the last step that must be there; no more than what began may be there
   * @throws AssertionError when it is not so
   */
  Map<String, Match> verify(Path directory, ToLongFunction<History.Steps> lastNeeded) {
    Map<String, Match> matches = new LinkedHashMap<>();
    try (SqlTester sql = Writer.open(directory)) {
      for (Map.Entry<String, Progress> worker : known.entrySet()) {
        worker.getValue().work().prepare(sql);
        SortedMap<String, String> found = new TreeMap<>();
        worker.getValue().work().read(sql, found);
        History.Steps steps = history.steps(worker.getKey());
        matches.put(
            worker.getKey(),
            match(worker.getKey(), found, lastNeeded.applyAsLong(steps), steps.lastBegun()));
      }
    }
    return matches;
  }

  private Match match(
      String worker, SortedMap<String, String> found, long lastNeeded, long lastBegun) {
    Progress candidate = known.get(worker).copy();
    while (candidate.next() <= lastNeeded) {
      candidate.advance();
    }
    SortedMap<String, String> needed = new TreeMap<>(candidate.state());
    Progress least = null;
    long most = -1;
    while (true) {
      if (candidate.state().equals(found)) {
        least = least == null ? candidate.copy() : least;
        most = candidate.next();
      }
      if (candidate.next() > lastBegun) {
        break;
      }
      candidate.advance();
    }
    if (least == null) {
      throw new AssertionError(
          worker
              + ": what is there is not what any number of its steps makes, from step "
              + lastNeeded
              + ", which must be there, to "
              + lastBegun
              + ", the last that began: "
              + Difference.of(needed, found));
    }
    return new Match(least, most);
  }

  /**
   * Verifies that no step is there that began after another one was acknowledged that is not there.
   *
   * @throws AssertionError when one is
   */
  void verifyPrefix(Map<String, Match> matches) {
    int firstMissing = Integer.MAX_VALUE;
    String missing = "";
    for (Map.Entry<String, Match> match : matches.entrySet()) {
      long step = match.getValue().most();
      int line = history.steps(match.getKey()).acknowledgedAt(step);
      if (line < firstMissing) {
        firstMissing = line;
        missing = match.getKey() + " " + step;
      }
    }
    for (Map.Entry<String, Match> match : matches.entrySet()) {
      long step = match.getValue().least().next() - 1;
      if (history.steps(match.getKey()).begunAt(step) > firstMissing) {
        throw new AssertionError(
            "not a prefix: "
                + missing
                + " is lost, the later "
                + match.getKey()
                + " "
                + step
                + " is there");
      }
    }
  }
}
