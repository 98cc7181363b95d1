package io.gabbro.function.comparison;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Optional;

/** {@code IS [NOT] DISTINCT FROM}: comparison in which NULL is a value like any other. */
public final class DistinctFrom {
  /** {@code IS DISTINCT FROM}. */
  public static final ScalarFunction DISTINCT =
      new DefinedFunction(
          "is distinct from",
          new Documentation(
              Topic.COMPARISON,
              "a IS DISTINCT FROM b",
              "Whether two values differ, where NULL equals NULL and nothing else.",
              "SELECT NULL IS DISTINCT FROM 1",
              "true"),
          resolver(ComparisonOperator.NOT_EQUAL));

  /** {@code IS NOT DISTINCT FROM}. */
  public static final ScalarFunction NOT_DISTINCT =
      new DefinedFunction(
          "is not distinct from",
          new Documentation(
              Topic.COMPARISON,
              "a IS NOT DISTINCT FROM b",
              "Whether two values are equal, where NULL equals NULL and nothing else.",
              "SELECT NULL IS NOT DISTINCT FROM NULL",
              "true"),
          resolver(ComparisonOperator.EQUAL));

  private DistinctFrom() {}

  private static Resolver resolver(ComparisonOperator operator) {
    Resolver comparison = Comparison.resolver(operator);
    boolean whenBothAreNull = operator == ComparisonOperator.EQUAL;
    return arguments -> {
      Optional<ScalarSignature> signature = comparison.resolve(arguments);
      return signature.map(
          strict ->
              new ScalarSignature(
                  strict.parameters(),
                  SqlType.BOOLEAN,
                  false,
                  true,
                  () -> new DistinctKernel(strict.kernel().get(), whenBothAreNull)));
    };
  }

  /** Compares where both are there, and decides the rest by the NULLs. */
  private static final class DistinctKernel implements Kernel {
    private final Kernel comparison;
    private final boolean whenBothAreNull;
    private final NonNullRows nonNullRows = new NonNullRows();

    DistinctKernel(Kernel comparison, boolean whenBothAreNull) {
      this.comparison = comparison;
      this.whenBothAreNull = whenBothAreNull;
    }

    @Override
    public void evaluate(
        EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
      Selection nonNull = nonNullRows.of(arguments[0], arguments[1], rows);
      comparison.evaluate(context, arguments, nonNull, result);
      if (nonNull.count() < rows.count()) {
        boolean[] target = ((BooleanVector) result).values();
        for (int index = 0; index < rows.count(); index++) {
          int row = rows.position(index);
          if (arguments[0].isNull(row) || arguments[1].isNull(row)) {
            boolean same = arguments[0].isNull(row) == arguments[1].isNull(row);
            target[row] = same == whenBothAreNull;
          }
        }
      }
    }
  }
}
