package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.KeyAccess.Bound;
import io.gabbro.plan.KeyAccess.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key ranges that a list of conditions allows.
 *
 * @param ranges the ranges; a single one without conditions when the conditions do not help
 * @param rest the conditions that the ranges do not make true
 * @param precision how much of the key they fix: two for a column with given values, one for bounds
 */
record KeyMatch(List<Range> ranges, List<BoundExpression> rest, int precision) {
  /** The greatest number of ranges; a longer list of values is looked up row by row. */
  static final int MAX_RANGES = 10_000;

  /** Matches conditions with the columns of a key of {@code parts} columns. */
  static KeyMatch of(List<BoundExpression> conditions, KeyTests tests, int parts) {
    List<Optional<KeyTest>> found = conditions.stream().map(tests::of).toList();
    List<BoundExpression> rest = new ArrayList<>(conditions);
    List<List<BoundExpression>> prefixes = List.of(List.of());
    int part = 0;
    while (part < parts) {
      Optional<KeyTest> test = fewestValues(found, part);
      if (test.isEmpty()
          || (long) prefixes.size() * test.orElseThrow().values().size() > MAX_RANGES) {
        break;
      }
      prefixes = product(prefixes, test.orElseThrow().values());
      remove(rest, conditions, found, test);
      part++;
    }
    Optional<KeyTest> lower = bound(found, part, true);
    Optional<KeyTest> upper = bound(found, part, false);
    boolean lowerIsAll = lower.isPresent() && lower.orElseThrow().upper().isEmpty();
    boolean upperIsAll = upper.isPresent() && upper.orElseThrow().lower().isEmpty();
    boolean both = lower.isPresent() && upper.isPresent() && lower.get() == upper.get();
    remove(rest, conditions, found, lower.filter(test -> lowerIsAll || both));
    remove(rest, conditions, found, upper.filter(test -> upperIsAll || both));
    Optional<Bound> lowerBound = lower.flatMap(KeyTest::lower);
    Optional<Bound> upperBound = upper.flatMap(KeyTest::upper);
    List<Range> ranges =
        prefixes.stream().map(prefix -> new Range(prefix, lowerBound, upperBound)).toList();
    boolean bounded = lower.isPresent() || upper.isPresent();
    return new KeyMatch(ranges, rest, 2 * part + (bounded ? 1 : 0));
  }

  private static Optional<KeyTest> fewestValues(List<Optional<KeyTest>> tests, int part) {
    return tests.stream()
        .flatMap(Optional::stream)
        .filter(test -> test.part() == part && test.isEquality())
        .min((left, right) -> Integer.compare(left.values().size(), right.values().size()));
  }

  private static Optional<KeyTest> bound(List<Optional<KeyTest>> tests, int part, boolean lower) {
    return tests.stream()
        .flatMap(Optional::stream)
        .filter(test -> test.part() == part)
        .filter(test -> (lower ? test.lower() : test.upper()).isPresent())
        .findFirst();
  }

  private static List<List<BoundExpression>> product(
      List<List<BoundExpression>> prefixes, List<BoundExpression> values) {
    List<List<BoundExpression>> longer = new ArrayList<>(prefixes.size() * values.size());
    for (List<BoundExpression> prefix : prefixes) {
      for (BoundExpression value : values) {
        List<BoundExpression> extended = new ArrayList<>(prefix);
        extended.add(value);
        longer.add(extended);
      }
    }
    return longer;
  }

  /** Takes the condition of a test out of the rest if the test says all of it. */
  private static void remove(
      List<BoundExpression> rest,
      List<BoundExpression> conditions,
      List<Optional<KeyTest>> tests,
      Optional<KeyTest> used) {
    if (used.isPresent() && used.orElseThrow().exact()) {
      for (int index = 0; index < tests.size(); index++) {
        if (tests.get(index).isPresent() && tests.get(index).orElseThrow() == used.orElseThrow()) {
          BoundExpression condition = conditions.get(index);
          rest.removeIf(other -> other == condition);
        }
      }
    }
  }
}
