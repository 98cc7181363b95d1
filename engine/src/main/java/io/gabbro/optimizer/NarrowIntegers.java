package io.gabbro.optimizer;

import io.gabbro.function.FunctionRegistry;
import io.gabbro.function.cast.Casts;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Case;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Narrows integers that are not known yet so that no value is out of range: one that lies beyond
 * the narrow type becomes its end, or NULL where no value of the type compares as asked.
 *
 * <pre>
 * i &gt;= ?1  with ?1 BIGINT:
 * CASE WHEN ?1 &gt; 2147483647 THEN NULL WHEN ?1 &lt; -2147483648 THEN -2147483648
 *      ELSE CAST(?1 AS integer) END
 * </pre>
 */
final class NarrowIntegers {
  private final FunctionRegistry functions;

  NarrowIntegers(FunctionRegistry functions) {
    this.functions = functions;
  }

  /**
   * The narrow value.
   *
   * @param operator how values of the narrow type are compared with it
   */
  Optional<BoundExpression> narrow(BoundExpression value, String operator, SqlType type) {
    boolean upper = operator.startsWith("<");
    boolean lower = operator.startsWith(">");
    Constant greatest = constant(type, greatest(type));
    Constant least = constant(type, -greatest(type) - 1);
    Constant none = new Constant(type, null);
    Optional<BoundExpression> tooGreat = compare(value, ">", greatest(type));
    Optional<BoundExpression> tooSmall = compare(value, "<", -greatest(type) - 1);
    Optional<BoundExpression> cast =
        Casts.cast(value.type(), type)
            .map(signature -> new Call(Call.CAST, signature, List.of(value)));
    if (tooGreat.isEmpty() || tooSmall.isEmpty() || cast.isEmpty()) {
      return Optional.empty();
    }
    List<Case.When> whens = new ArrayList<>();
    whens.add(new Case.When(tooGreat.orElseThrow(), upper ? greatest : none));
    whens.add(new Case.When(tooSmall.orElseThrow(), lower ? least : none));
    return Optional.of(new Case(type, whens, cast));
  }

  private Optional<BoundExpression> compare(BoundExpression value, String operator, long bound) {
    Constant constant = new Constant(SqlType.BIGINT, bound);
    Optional<Call> wide =
        value.type().equals(SqlType.BIGINT)
            ? Optional.empty()
            : Casts.cast(value.type(), SqlType.BIGINT)
                .map(signature -> new Call(Call.CAST, signature, List.of(value)));
    BoundExpression left = wide.<BoundExpression>map(call -> call).orElse(value);
    return functions
        .scalar(operator)
        .flatMap(function -> function.resolve(List.of(SqlType.BIGINT, SqlType.BIGINT)))
        .map(signature -> new Call(operator, signature, List.of(left, constant)));
  }

  private static Constant constant(SqlType type, long value) {
    return type.equals(SqlType.BIGINT)
        ? new Constant(type, value)
        : new Constant(type, Math.toIntExact(value));
  }

  private static long greatest(SqlType type) {
    return switch (type.kind()) {
      case TINYINT -> Byte.MAX_VALUE;
      case SMALLINT -> Short.MAX_VALUE;
      case INTEGER -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }
}
