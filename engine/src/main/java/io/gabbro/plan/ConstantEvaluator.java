package io.gabbro.plan;

import io.gabbro.function.EvaluationContext;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.Selection;
import java.time.Instant;
import java.time.ZoneOffset;

/** Evaluates calls of stable functions whose arguments are constants. */
public final class ConstantEvaluator {
  /** Stable functions do not look at it. */
  private static final EvaluationContext CONTEXT =
      new EvaluationContext(Instant.EPOCH, ZoneOffset.UTC);

  private static final Selection ONE_ROW = Selection.ofAll(1);

  private ConstantEvaluator() {}

  /** Whether {@link #evaluate} may be asked. */
  public static boolean isEvaluable(Call call) {
    return call.signature().stable()
        && call.arguments().stream().allMatch(Constant.class::isInstance);
  }

  /**
   * The value of a call.
   *
   * @throws io.gabbro.error.GabbroException what the function raises for these arguments
   */
  public static Constant evaluate(Call call) {
    ColumnVector[] arguments = new ColumnVector[call.arguments().size()];
    boolean anyNull = false;
    for (int index = 0; index < arguments.length; index++) {
      Constant argument = (Constant) call.arguments().get(index);
      arguments[index] = ColumnVector.allocate(argument.type().vectorKind(), 1);
      ConstantValues.write(argument.type(), argument.value(), arguments[index], 0);
      anyNull |= argument.value() == null;
    }
    if (anyNull && call.signature().strict()) {
      return new Constant(call.type(), null);
    }
    ColumnVector result = ColumnVector.allocate(call.type().vectorKind(), 1);
    result.reset();
    call.signature().kernel().get().evaluate(CONTEXT, arguments, ONE_ROW, result);
    return new Constant(call.type(), ConstantValues.read(call.type(), result, 0));
  }
}
