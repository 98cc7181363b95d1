package io.gabbro.function.builtin;

import io.gabbro.function.AggregateFunction;
import io.gabbro.function.FunctionRegistry;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.aggregate.Count;
import io.gabbro.function.aggregate.MinMax;
import io.gabbro.function.aggregate.Sum;
import io.gabbro.function.arithmetic.Arithmetic;
import io.gabbro.function.comparison.Comparison;
import io.gabbro.function.comparison.DistinctFrom;
import io.gabbro.function.comparison.Extremum;
import io.gabbro.function.comparison.NullIf;
import java.util.List;

/** All functions, operators and aggregates of Gabbro's SQL. */
public final class BuiltinFunctions {
  private static final FunctionRegistry REGISTRY = new FunctionRegistry(scalars(), aggregates());

  private BuiltinFunctions() {}

  /** The registry of all of them. */
  public static FunctionRegistry registry() {
    return REGISTRY;
  }

  private static List<ScalarFunction> scalars() {
    return List.of(
        Comparison.EQUAL,
        Comparison.NOT_EQUAL,
        Comparison.LESS,
        Comparison.LESS_OR_EQUAL,
        Comparison.GREATER,
        Comparison.GREATER_OR_EQUAL,
        DistinctFrom.DISTINCT,
        DistinctFrom.NOT_DISTINCT,
        NullIf.FUNCTION,
        Extremum.GREATEST,
        Extremum.LEAST,
        Arithmetic.ADD,
        Arithmetic.SUBTRACT,
        Arithmetic.MULTIPLY,
        Arithmetic.DIVIDE,
        Arithmetic.MODULO);
  }

  private static List<AggregateFunction> aggregates() {
    return List.of(Count.FUNCTION, Sum.SUM, Sum.AVG, MinMax.MIN, MinMax.MAX);
  }
}
