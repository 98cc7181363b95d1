package io.gabbro.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.function.ScalarFunction;
import io.gabbro.plan.BoundExpression.Call;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VolatileFunctionsTest {
  /** A new function without arguments that is not stable has to be put into one of the two. */
  @Test
  void areAllUnstableFunctionsButThoseOfTheStatementsTime() {
    TreeSet<String> differing = new TreeSet<>();
    TreeSet<String> steady = new TreeSet<>();
    for (ScalarFunction function : Plans.FUNCTIONS.scalars()) {
      function
          .resolve(List.of())
          .filter(signature -> !signature.stable())
          .map(signature -> new Call(function.name(), signature, List.of()))
          .ifPresent(
              call -> (VolatileFunctions.contains(call) ? differing : steady).add(function.name()));
    }
    assertEquals(List.of("gen_random_uuid", "random"), List.copyOf(differing));
    assertEquals(
        List.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "now"),
        List.copyOf(steady));
  }
}
