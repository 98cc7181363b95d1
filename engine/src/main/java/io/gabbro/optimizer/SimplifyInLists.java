package io.gabbro.optimizer;

import io.gabbro.function.FunctionRegistry;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Call;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.BoundExpression.InList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out equal items, and turns lists of one item into a comparison.
 *
 * <pre>
 * a IN (1, 2, 1)  →  a IN (1, 2)
 * a IN (1)        →  a = 1
 * NULL IN (1, 2)  →  NULL
 * </pre>
 */
final class SimplifyInLists implements ExpressionRule {
  private static final String EQUAL = "=";

  private final FunctionRegistry functions;

  SimplifyInLists(FunctionRegistry functions) {
    this.functions = functions;
  }

  @Override
  public BoundExpression apply(BoundExpression expression) {
    if (!(expression instanceof InList in)) {
      return expression;
    }
    if (in.value() instanceof Constant constant && constant.value() == null) {
      return Conditions.UNKNOWN;
    }
    Set<BoundExpression> items = new LinkedHashSet<>(in.list());
    if (items.size() == 1) {
      return equal(in.value(), in.list().get(0)).orElse(in);
    }
    return items.size() == in.list().size() ? in : new InList(in.value(), new ArrayList<>(items));
  }

  private Optional<BoundExpression> equal(BoundExpression value, BoundExpression item) {
    return functions
        .scalar(EQUAL)
        .flatMap(function -> function.resolve(List.of(value.type(), item.type())))
        .map(signature -> new Call(EQUAL, signature, List.of(value, item)));
  }
}
