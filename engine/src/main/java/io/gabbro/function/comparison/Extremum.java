package io.gabbro.function.comparison;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.type.Coercion;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code GREATEST(a, b, …)} and {@code LEAST(a, b, …)}, which pass over NULLs. */
public final class Extremum implements Kernel {
  /** {@code GREATEST(a, b, …)}. */
  public static final ScalarFunction GREATEST =
      new DefinedFunction(
          "greatest",
          new Documentation(
              Topic.COMPARISON,
              "greatest(a, b, …)",
              "The greatest of the values that are not NULL.",
              "SELECT greatest(1, NULL, 3)",
              "3"),
          arguments -> resolve(arguments, 1));

  /** {@code LEAST(a, b, …)}. */
  public static final ScalarFunction LEAST =
      new DefinedFunction(
          "least",
          new Documentation(
              Topic.COMPARISON,
              "least(a, b, …)",
              "The least of the values that are not NULL.",
              "SELECT least('pear', 'apple')",
              "apple"),
          arguments -> resolve(arguments, -1));

  private final int sign;

  private Extremum(int sign) {
    this.sign = sign;
  }

  private static Optional<ScalarSignature> resolve(List<SqlType> arguments, int sign) {
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    return Coercion.common(arguments)
        .map(type -> type.kind() == TypeKind.NULL ? SqlType.TEXT : type)
        .map(
            type ->
                new ScalarSignature(
                    Collections.nCopies(arguments.size(), type),
                    type,
                    false,
                    true,
                    () -> new Extremum(sign)));
  }

  @Override
  public void evaluate(
      EvaluationContext context, ColumnVector[] arguments, Selection rows, ColumnVector result) {
    for (int index = 0; index < rows.count(); index++) {
      int row = rows.position(index);
      ColumnVector best = null;
      for (ColumnVector argument : arguments) {
        if (!argument.isNull(row)
            && (best == null || argument.compare(row, best, row) * sign > 0)) {
          best = argument;
        }
      }
      if (best == null) {
        result.setNull(row);
      } else {
        result.copyRow(row, best, row);
      }
    }
  }
}
