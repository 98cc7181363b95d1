package io.gabbro.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnswerTest {

  private static Answer exact(double value) {
    Answer answer = new Answer();
    answer.addExact(3, value);
    return answer;
  }

  private static Answer rounded(double value) {
    Answer answer = new Answer();
    answer.addRounded(3, value);
    return answer;
  }

  @Test
  void aSumInFloatingPointAgreesWithTheExactOne() {
    assertTrue(exact(1e10).agreesWith(exact(1e10 + 0.001)));
  }

  @Test
  void oneCentOfAThousandIsADifference() {
    assertFalse(exact(1_000).agreesWith(exact(1_000.01)));
  }

  @Test
  void averagesMayBeRounded() {
    assertTrue(rounded(25.517).agreesWith(rounded(25.51)));
    assertFalse(rounded(25.517).agreesWith(rounded(25.50)));
  }

  @Test
  void nothingAgreesWithNotANumber() {
    assertFalse(exact(Double.NaN).agreesWith(exact(Double.NaN)));
  }

  @Test
  void textKeepsEverySlot() {
    Answer answer = exact(0.1);
    answer.addRounded(5, -2.5);
    Answer parsed = Answer.parse(answer.toString());
    assertTrue(answer.agreesWith(parsed));
    parsed.addExact(0, 1);
    assertFalse(answer.agreesWith(parsed));
  }
}
