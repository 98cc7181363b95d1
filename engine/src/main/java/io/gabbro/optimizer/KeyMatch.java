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

  private static final int NONE = -1;

  /** Matches conditions with the columns of a key of {@code parts} columns. */
  static KeyMatch of(List<BoundExpression> conditions, KeyTests tests, int parts) {
    List<Optional<KeyTest>> found = conditions.stream().map(tests::of).toList();
    boolean[] implied = new boolean[conditions.size()];
    List<List<BoundExpression>> prefixes = List.of(List.of());
    int part = 0;
    int equality = fewestValues(found, part);
    while (equality != NONE && prefixes.size() <= MAX_RANGES / values(found, equality).size()) {
      prefixes = product(prefixes, values(found, equality));
      implied[equality] = found.get(equality).orElseThrow().exact();
      part++;
      equality = part < parts ? fewestValues(found, part) : NONE;
    }
    int lower = firstBound(found, part, true);
    int upper = firstBound(found, part, false);
    markBound(found, lower, upper, implied);
    markBound(found, upper, lower, implied);
    Optional<Bound> lowerBound =
        lower == NONE ? Optional.empty() : found.get(lower).orElseThrow().lower();
    Optional<Bound> upperBound =
        upper == NONE ? Optional.empty() : found.get(upper).orElseThrow().upper();
    List<Range> ranges =
        prefixes.stream().map(prefix -> new Range(prefix, lowerBound, upperBound)).toList();
    List<BoundExpression> rest = new ArrayList<>();
    for (int index = 0; index < implied.length; index++) {
      if (!implied[index]) {
        rest.add(conditions.get(index));
      }
    }
    return new KeyMatch(ranges, rest, 2 * part + (lower != NONE || upper != NONE ? 1 : 0));
  }

  private static List<BoundExpression> values(List<Optional<KeyTest>> tests, int index) {
    return tests.get(index).orElseThrow().values();
  }

  private static int fewestValues(List<Optional<KeyTest>> tests, int part) {
    int best = NONE;
    for (int index = 0; index < tests.size(); index++) {
      boolean usable =
          tests.get(index).filter(test -> test.part() == part && test.isEquality()).isPresent();
      if (usable && (best == NONE || values(tests, index).size() < values(tests, best).size())) {
        best = index;
      }
    }
    return best;
  }

  private static int firstBound(List<Optional<KeyTest>> tests, int part, boolean lower) {
    for (int index = 0; index < tests.size(); index++) {
      boolean usable =
          tests
              .get(index)
              .filter(test -> test.part() == part)
              .flatMap(test -> lower ? test.lower() : test.upper())
              .isPresent();
      if (usable) {
        return index;
      }
    }
    return NONE;
  }

  /** A condition that gave one bound is implied if it has no other, or gave that too. */
  private static void markBound(
      List<Optional<KeyTest>> tests, int index, int other, boolean[] implied) {
    if (index != NONE) {
      KeyTest test = tests.get(index).orElseThrow();
      boolean whole = index == other || test.lower().isEmpty() || test.upper().isEmpty();
      implied[index] = whole && test.exact();
    }
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
}
