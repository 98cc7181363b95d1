package io.gabbro.lifecycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseStepsTest {
  @Test
  void everyStepIsTakenAndTheFirstFailureThrown() {
    List<String> taken = new ArrayList<>();
    Error first = new OutOfMemoryError("first");
    RuntimeException second = new IllegalStateException("second");
    CloseSteps steps =
        new CloseSteps()
            .then(() -> taken.add("a"))
            .then(() -> fail(first))
            .then(() -> taken.add("b"))
            .then(() -> fail(second))
            .then(() -> fail(first))
            .then(() -> taken.add("c"));
    assertSame(first, assertThrows(OutOfMemoryError.class, steps::end));
    assertArrayEquals(new Throwable[] {second}, first.getSuppressed());
    assertEquals(List.of("a", "b", "c"), taken);
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void withoutFailureNothingIsThrown() {
    List<String> taken = new ArrayList<>();
    new CloseSteps().then(() -> taken.add("a")).end();
    assertEquals(List.of("a"), taken);
  }
}
