package io.gabbro.jdbc;

import io.gabbro.jdbc.value.ParameterBinder;
import io.gabbro.session.Parameters;
import io.gabbro.session.PreparedPlan;
import io.gabbro.type.SqlType;
import io.gabbro.vector.ColumnVector;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** A plan with the vectors of its parameters and what fills them. */
final class ParameterLayout {
  private final PreparedPlan plan;
  private final List<SqlType> types;
  private final ParameterBinder[] binders;
  private final ColumnVector[] vectors;
  private final Parameters parameters;

  /**
   * Empty vectors for a plan.
   *
   * @param guessed for each parameter, whether no context tells its type
   */
  ParameterLayout(PreparedPlan plan, Supplier<ZoneId> zone, boolean[] guessed) {
    this.plan = plan;
    types = plan.parameterTypes();
    binders = new ParameterBinder[types.size()];
    for (int index = 0; index < binders.length; index++) {
      binders[index] =
          guessed[index]
              ? ParameterBinder.ofGuess(types.get(index), zone)
              : ParameterBinder.of(types.get(index), zone);
    }
    parameters = new Parameters(types);
    vectors = vectorsOf(parameters);
  }

  /** The layout of another with vectors of its own. */
  private ParameterLayout(ParameterLayout other) {
    plan = other.plan;
    types = other.types;
    binders = other.binders;
    parameters = new Parameters(types);
    vectors = vectorsOf(parameters);
  }

  private static ColumnVector[] vectorsOf(Parameters parameters) {
    ColumnVector[] vectors = new ColumnVector[parameters.count()];
    for (int index = 0; index < vectors.length; index++) {
      vectors[index] = parameters.vector(index);
    }
    return vectors;
  }

  /** A layout of the same plan with vectors of its own, empty. */
  ParameterLayout withOwnVectors() {
    return new ParameterLayout(this);
  }

  /** Whether the plan still has the types for which the layout was made. */
  boolean isCurrent() {
    List<SqlType> now = plan.parameterTypes();
    return now == types || now.equals(types);
  }

  PreparedPlan plan() {
    return plan;
  }

  List<SqlType> types() {
    return types;
  }

  /** One binder a parameter; not to be changed. */
  ParameterBinder[] binders() {
    return binders;
  }

  /** One vector a parameter; not to be changed. */
  ColumnVector[] vectors() {
    return vectors;
  }

  Parameters parameters() {
    return parameters;
  }
}
