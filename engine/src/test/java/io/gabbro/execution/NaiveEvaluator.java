package io.gabbro.execution;

import io.gabbro.plan.BoundExpression;
import java.util.List;
import java.util.Map;

/** Evaluates expressions row by row over Java objects: the reference for the vectorised form. */
public final class NaiveEvaluator {
  private final Map<Integer, Object> columns;
  private final List<Object> parameters;

  /**
   * An evaluator for one row.
   *
   * @param columns the values of columns by id
   */
  public NaiveEvaluator(Map<Integer, Object> columns, List<Object> parameters) {
    this.columns = columns;
    this.parameters = parameters;
  }

  /** Whether a condition is true. */
  public boolean isTrue(BoundExpression condition) {
    return Boolean.TRUE.equals(evaluate(condition));
  }

  /** The value of an expression. */
  public Object evaluate(BoundExpression expression) {
    if (expression instanceof BoundExpression.Constant constant) {
      return constant.value();
    }
    if (expression instanceof BoundExpression.ColumnReference column) {
      return columns.get(column.id());
    }
    if (expression instanceof BoundExpression.ParameterReference parameter) {
      return parameters.get(parameter.index());
    }
    if (expression instanceof BoundExpression.Call call) {
      return call(call);
    }
    if (expression instanceof BoundExpression.And and) {
      return logic(and.conditions(), false);
    }
    if (expression instanceof BoundExpression.Or or) {
      return logic(or.conditions(), true);
    }
    if (expression instanceof BoundExpression.Not not) {
      Object value = evaluate(not.condition());
      return value == null ? null : !(Boolean) value;
    }
    if (expression instanceof BoundExpression.IsNull isNull) {
      return evaluate(isNull.value()) == null;
    }
    if (expression instanceof BoundExpression.InList in) {
      return in(in);
    }
    if (expression instanceof BoundExpression.Case cases) {
      for (BoundExpression.Case.When when : cases.whens()) {
        if (isTrue(when.condition())) {
          return evaluate(when.result());
        }
      }
      return cases.otherwise().map(this::evaluate).orElse(null);
    }
    for (BoundExpression argument : ((BoundExpression.Coalesce) expression).arguments()) {
      Object value = evaluate(argument);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private Object logic(List<BoundExpression> conditions, boolean decisive) {
    boolean sawNull = false;
    for (BoundExpression condition : conditions) {
      Object value = evaluate(condition);
      if (value == null) {
        sawNull = true;
      } else if ((Boolean) value == decisive) {
        return decisive;
      }
    }
    return sawNull ? null : !decisive;
  }

  private Object in(BoundExpression.InList in) {
    Object value = evaluate(in.value());
    if (value == null) {
      return null;
    }
    boolean sawNull = false;
    for (BoundExpression item : in.list()) {
      Object other = evaluate(item);
      if (other == null) {
        sawNull = true;
      } else if (NaiveValues.compare(value, other) == 0) {
        return true;
      }
    }
    return sawNull ? null : false;
  }

  private Object call(BoundExpression.Call call) {
    Object left = evaluate(call.arguments().get(0));
    Object right = evaluate(call.arguments().get(1));
    if (left == null || right == null) {
      return null;
    }
    return switch (call.name()) {
      case "=" -> NaiveValues.compare(left, right) == 0;
      case "<>" -> NaiveValues.compare(left, right) != 0;
      case "<" -> NaiveValues.compare(left, right) < 0;
      case "<=" -> NaiveValues.compare(left, right) <= 0;
      case ">" -> NaiveValues.compare(left, right) > 0;
      case ">=" -> NaiveValues.compare(left, right) >= 0;
      case "+" -> (Long) left + (Long) right;
      case "/" -> (Long) left / (Long) right;
      default -> throw new IllegalArgumentException(call.name());
    };
  }
}
