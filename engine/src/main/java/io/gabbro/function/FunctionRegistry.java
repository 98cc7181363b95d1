package io.gabbro.function;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Scalar functions, operators and aggregates by name. Immutable and thread-safe once built. */
public final class FunctionRegistry {
  private final Map<String, ScalarFunction> scalars = new TreeMap<>();
  private final Map<String, AggregateFunction> aggregates = new TreeMap<>();

  /**
   * A registry of these functions.
   *
   * @throws IllegalArgumentException when two have the same name
   */
  public FunctionRegistry(
      Collection<? extends ScalarFunction> scalars,
      Collection<? extends AggregateFunction> aggregates) {
    for (ScalarFunction function : scalars) {
      if (this.scalars.put(function.name(), function) != null) {
        throw new IllegalArgumentException("two functions are named " + function.name());
      }
    }
    for (AggregateFunction function : aggregates) {
      if (this.aggregates.put(function.name(), function) != null) {
        throw new IllegalArgumentException("two aggregates are named " + function.name());
      }
    }
  }

  /** The scalar function or operator of that name. */
  public Optional<ScalarFunction> scalar(String name) {
    return Optional.ofNullable(scalars.get(name));
  }

  /** The aggregate of that name. */
  public Optional<AggregateFunction> aggregate(String name) {
    return Optional.ofNullable(aggregates.get(name));
  }

  /** All scalar functions and operators, by name. */
  public Collection<ScalarFunction> scalars() {
    return scalars.values();
  }

  /** All aggregates, by name. */
  public Collection<AggregateFunction> aggregates() {
    return aggregates.values();
  }
}
