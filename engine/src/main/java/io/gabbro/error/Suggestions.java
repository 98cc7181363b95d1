package io.gabbro.error;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what a user who misspelt a name may have meant. */
public final class Suggestions {
  private static final int LETTERS_PER_ERROR = 3;

  private Suggestions() {}

  /**
   * The candidate that needs the fewest insertions, deletions, replacements and swaps of
   * neighbours, at most one for three letters begun; the first in alphabetical order of several.
   */
  public static Optional<String> closest(String name, Collection<String> candidates) {
    int best = (name.length() + LETTERS_PER_ERROR - 1) / LETTERS_PER_ERROR + 1;
    String closest = null;
    for (String candidate : new TreeSet<>(candidates)) {
      if (Math.abs(candidate.length() - name.length()) < best) {
        int distance = distance(name, candidate);
        if (distance < best) {
          best = distance;
          closest = candidate;
        }
      }
    }
    return Optional.ofNullable(closest);
  }

  /** The edit distance with swaps of neighbours (optimal string alignment). */
  private static int distance(String left, String right) {
    int[][] distances = new int[left.length() + 1][right.length() + 1];
    for (int row = 0; row <= left.length(); row++) {
      for (int column = 0; column <= right.length(); column++) {
        if (row == 0 || column == 0) {
          distances[row][column] = row + column;
          continue;
        }
        boolean same = left.charAt(row - 1) == right.charAt(column - 1);
        int least = distances[row - 1][column - 1] + (same ? 0 : 1);
        least = Math.min(least, distances[row - 1][column] + 1);
        least = Math.min(least, distances[row][column - 1] + 1);
        if (row > 1
            && column > 1
            && left.charAt(row - 1) == right.charAt(column - 2)
            && left.charAt(row - 2) == right.charAt(column - 1)) {
          least = Math.min(least, distances[row - 2][column - 2] + 1);
        }
        distances[row][column] = least;
      }
    }
    return distances[left.length()][right.length()];
  }
}
