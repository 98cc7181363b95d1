package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeNames;
import java.util.Optional;

/** The names that columns of a SELECT list get where no alias is written, as PostgreSQL's. */
final class OutputNames {
  private static final String UNNAMED = "?column?";

  private OutputNames() {}

  /** The name for an expression. */
  static String of(Expression expression) {
    return named(expression).or(() -> fallback(expression)).orElse(UNNAMED);
  }

  /** A column or a function gives its name, also through casts and the ELSE of CASE. */
  private static Optional<String> named(Expression expression) {
    if (expression instanceof Expression.ColumnName column) {
      return Optional.of(column.column().name());
    }
    if (expression instanceof Expression.FunctionCall call) {
      return Optional.of(call.name().name());
    }
    if (expression instanceof Expression.Cast cast) {
      return named(cast.value());
    }
    return expression instanceof Expression.Case conditional
        ? conditional.otherwise().flatMap(OutputNames::named)
        : Optional.empty();
  }

  /** Failing that, a cast or a typed literal gives the name of its type. */
  private static Optional<String> fallback(Expression expression) {
    if (expression instanceof Expression.Case) {
      return Optional.of("case");
    }
    if (expression instanceof Expression.BooleanLiteral) {
      return Optional.of("bool");
    }
    if (expression instanceof Expression.IntervalLiteral) {
      return Optional.of("interval");
    }
    if (expression instanceof Expression.TypedLiteral literal) {
      return Optional.of(
          internalName(TypeNames.resolve(literal.type().name(), literal.type().arguments())));
    }
    return expression instanceof Expression.Cast cast
        ? Optional.of(internalName(TypeNames.resolve(cast.type().name(), cast.type().arguments())))
        : Optional.empty();
  }

  private static String internalName(SqlType type) {
    return switch (type.kind()) {
      case BOOLEAN -> "bool";
      case TINYINT -> "int1";
      case SMALLINT -> "int2";
      case INTEGER -> "int4";
      case BIGINT -> "int8";
      case NUMERIC -> "numeric";
      case REAL -> "float4";
      case DOUBLE -> "float8";
      case CHAR -> "bpchar";
      case VARCHAR -> type.length() == SqlType.UNBOUNDED ? "text" : "varchar";
      case VARBINARY -> "bytea";
      case TIMESTAMP_WITH_TIME_ZONE -> "timestamptz";
      case DATE, TIME, TIMESTAMP, INTERVAL, UUID, NULL -> type.toString();
    };
  }
}
