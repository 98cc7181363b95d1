package io.gabbro.plan.binder;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.And;
import io.gabbro.plan.BoundExpression.Coalesce;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.BoundExpression.InList;
import io.gabbro.plan.BoundExpression.IsNull;
import io.gabbro.plan.BoundExpression.Not;
import io.gabbro.plan.BoundExpression.Or;
import io.gabbro.plan.binder.CallBinder.Argument;
import io.gabbro.type.Coercion;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds BETWEEN, IN, LIKE and IS TRUE and their kin. */
final class PredicateBinder {
  private final ExpressionBinder binder;

  PredicateBinder(ExpressionBinder binder) {
    this.binder = binder;
  }

  /** Two comparisons, as the standard defines it. */
  BoundExpression between(Expression.Between expression) {
    Argument value = binder.argument(expression.value());
    Argument low = binder.argument(expression.low());
    Argument high = binder.argument(expression.high());
    if (Conversions.isUnknown(value.value())) {
      value = takeType(value, low, high);
    }
    boolean negated = expression.negated();
    BoundExpression first =
        compare(negated ? BinaryOperator.LESS : BinaryOperator.GREATER_OR_EQUAL, value, low);
    BoundExpression second =
        compare(negated ? BinaryOperator.GREATER : BinaryOperator.LESS_OR_EQUAL, value, high);
    return negated ? new Or(List.of(first, second)) : new And(List.of(first, second));
  }

  /** A value without type that is compared twice takes the common type of the others. */
  private Argument takeType(Argument value, Argument low, Argument high) {
    Optional<SqlType> type = Coercion.common(low.value().type(), high.value().type());
    return type.isEmpty()
        ? value
        : new Argument(
            binder
                .context()
                .conversions()
                .implicit(value.value(), type.orElseThrow(), value.position()),
            value.position());
  }

  private BoundExpression compare(BinaryOperator operator, Argument left, Argument right) {
    return binder.calls().operator(operator.symbol(), List.of(left, right), right.position());
  }

  /** All items and the value get one type; without such a type, the comparison that fails. */
  BoundExpression inList(Expression.InList expression) {
    Argument value = binder.argument(expression.value());
    List<Argument> items = new ArrayList<>();
    expression.list().forEach(item -> items.add(binder.argument(item)));
    List<BoundExpression> all = new ArrayList<>();
    all.add(value.value());
    items.forEach(item -> all.add(item.value()));
    CommonType common = CommonType.of(all);
    BoundExpression result;
    if (common.type().isEmpty()) {
      result =
          new Or(items.stream().map(item -> compare(BinaryOperator.EQUAL, value, item)).toList());
    } else {
      Conversions conversions = binder.context().conversions();
      List<BoundExpression> list = new ArrayList<>();
      items.forEach(item -> list.add(common.convert(conversions, item.value(), item.position())));
      result = new InList(common.convert(conversions, value.value(), value.position()), list);
    }
    return expression.negated() ? new Not(result) : result;
  }

  BoundExpression like(Expression.Like expression) {
    List<Argument> arguments = new ArrayList<>();
    arguments.add(binder.argument(expression.value()));
    arguments.add(binder.argument(expression.pattern()));
    expression.escape().ifPresent(escape -> arguments.add(binder.argument(escape)));
    BoundExpression like =
        binder
            .calls()
            .function(
                expression.caseInsensitive() ? "ilike" : "like", arguments, expression.position());
    return expression.negated() ? new Not(like) : like;
  }

  BoundExpression isBoolean(Expression.IsBoolean expression) {
    String form = expression.truth().map(t -> t ? "TRUE" : "FALSE").orElse("UNKNOWN");
    String clause = "IS " + (expression.negated() ? "NOT " : "") + form;
    BoundExpression value = binder.condition(expression.value(), clause);
    if (expression.truth().isEmpty()) {
      return negateIf(expression.negated(), new IsNull(value));
    }
    boolean truth = expression.truth().orElseThrow();
    BoundExpression known =
        new Coalesce(SqlType.BOOLEAN, List.of(value, new Constant(SqlType.BOOLEAN, !truth)));
    return negateIf(expression.negated() == truth, known);
  }

  private static BoundExpression negateIf(boolean negate, BoundExpression condition) {
    return negate ? new Not(condition) : condition;
  }
}
