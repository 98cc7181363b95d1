package io.gabbro.function.builtin;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.RowFunction;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.function.Vectors;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;

/** {@code pg_typeof(value)}: the name of the type of a value. */
final class TypeOf {
  static final ScalarFunction FUNCTION =
      new DefinedFunction(
          "pg_typeof",
          new Documentation(
              Topic.OTHER,
              "pg_typeof(value)",
              "The name of the type of a value.",
              "SELECT pg_typeof(1 + 1.5)",
              "numeric(12,1)"),
          TypeOf::resolve);

  private TypeOf() {}

  private static Optional<ScalarSignature> resolve(List<SqlType> arguments) {
    if (arguments.size() != 1) {
      return Optional.empty();
    }
    SqlType type = arguments.get(0);
    String name = type.kind() == TypeKind.NULL ? "unknown" : type.toString();
    RowFunction function = (context, values, row, result) -> Vectors.bytes(result).set(row, name);
    return Optional.of(new ScalarSignature(arguments, SqlType.TEXT, false, true, function::kernel));
  }
}
