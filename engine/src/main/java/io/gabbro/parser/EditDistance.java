package io.gabbro.parser;

/** How many letters two words are apart. */
final class EditDistance {
  private EditDistance() {}

  /**
   * The least number of letters to insert, delete, replace or swap with their neighbour that turns
   * one word into the other (the optimal string alignment distance), or something greater than
   * {@code limit} when it exceeds that.
   */
  static int between(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : next(distance, a, b, i, j);
      }
    }
    return distance[a.length()][b.length()];
  }

  private static int next(int[][] distance, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(
            distance[i - 1][j - 1] + change, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
