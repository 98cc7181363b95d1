package io.gabbro.benchmarks.compare;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a workload returned, as a few sums: enough to see that two engines did the same work, cheap
 * enough to be kept inside the measured loop.
 *
 * <p>There are two groups of slots. <em>Exact</em> ones must agree to nine digits, which leaves
 * room for engines that compute in binary floating point. <em>Rounded</em> ones are averages of two
 * decimals, which engines round or truncate to a scale of their own; they must agree to 0.011.
 */
final class Answer {

  private static final double RELATIVE_TOLERANCE = 1e-9;
  private static final double ROUNDED_TOLERANCE = 0.011;
  private static final int SLOTS = 128;

  private final double[] exact = new double[SLOTS];
  private final double[] rounded = new double[SLOTS];

  /** Adds {@code value} to an exact slot. */
  void addExact(int slot, double value) {
    exact[slot] += value;
  }

  /** Adds {@code value} to an exact slot. */
  void addExact(int slot, long value) {
    exact[slot] += (double) value;
  }

  /** Adds {@code value} to a rounded slot. */
  void addRounded(int slot, double value) {
    rounded[slot] += value;
  }

  /** Whether both are answers to the same question on the same data. */
  boolean agreesWith(Answer other) {
    for (int i = 0; i < SLOTS; i++) {
      double tolerance = RELATIVE_TOLERANCE * Math.max(1, Math.abs(exact[i]));
      if (!(Math.abs(exact[i] - other.exact[i]) <= tolerance)
          || !(Math.abs(rounded[i] - other.rounded[i]) <= ROUNDED_TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  /** The sums as text that {@link #parse} reads. */
  @Override
  public String toString() {
    return join(exact) + ";" + join(rounded);
  }

  static Answer parse(String text) {
    Answer answer = new Answer();
    String[] groups = text.split(";", -1);
    fill(answer.exact, groups[0]);
    fill(answer.rounded, groups[1]);
    return answer;
  }

  private static String join(double[] sums) {
    int used = SLOTS;
    while (used > 0 && sums[used - 1] == 0) {
      used--;
    }
    return Arrays.stream(sums, 0, used).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  private static void fill(double[] sums, String text) {
    String[] numbers = text.isEmpty() ? new String[0] : text.split(" ");
    for (int i = 0; i < numbers.length; i++) {
      sums[i] = Double.parseDouble(numbers[i]);
    }
  }
}
