package io.gabbro.function.comparison;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.List;
import java.util.Optional;

/** {@code NULLIF(a, b)}. */
public final class NullIf implements Kernel {
  /** {@code NULLIF(a, b)}. */
  public static final ScalarFunction FUNCTION =
      new DefinedFunction(
          "nullif",
          new Documentation(
              Topic.COMPARISON,
              "nullif(a, b)",
              "NULL when a equals b, a otherwise.",
              "SELECT nullif('n/a', 'n/a')",
              "NULL"),
          NullIf::resolve);

  private final Kernel comparison;
  private final NonNullRows nonNullRows = new NonNullRows();
  private final BooleanVector equal = new BooleanVector(0);

  private NullIf(Kernel comparison) {
    this.comparison = comparison;
  }

  private static Optional<ScalarSignature> resolve(List<SqlType> arguments) {
    return Comparison.resolver(ComparisonOperator.EQUAL)
        .resolve(arguments)
        .map(
            equal ->
                new ScalarSignature(
                    equal.parameters(),
                    equal.parameters().get(0),
                    false,
                    true,
                    () -> new NullIf(equal.kernel().get())));
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    Selection nonNull = nonNullRows.of(arguments[0], arguments[1], rows);
    equal.ensureCapacity(rows.end());
    comparison.evaluate(context, arguments, nonNull, equal);
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      result.copyRow(row, arguments[0], row);
    }
    for (int index = 0; index < nonNull.count(); index++) {
      int row = nonNull.position(index);
      if (equal.values()[row]) {
        result.setNull(row);
      }
    }
  }
}
