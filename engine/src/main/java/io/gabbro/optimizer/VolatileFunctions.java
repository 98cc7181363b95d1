package io.gabbro.optimizer;

import io.gabbro.plan.BoundExpression.Call;
import java.util.Set;

/**
 * The functions whose value differs from row to row of one statement. What else is not stable, such
 * as {@code current_timestamp} and casts that need the time zone, stays the same in a statement.
 */
final class VolatileFunctions {
  private static final Set<String> NAMES = Set.of("random", "gen_random_uuid");

  private VolatileFunctions() {}

  static boolean contains(Call call) {
    return !call.signature().stable() && NAMES.contains(call.name());
  }
}
