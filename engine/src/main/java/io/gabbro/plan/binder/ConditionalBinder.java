package io.gabbro.plan.binder;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.Case;
import io.gabbro.plan.BoundExpression.Coalesce;
import io.gabbro.plan.binder.CallBinder.Argument;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds CASE and COALESCE. */
final class ConditionalBinder {
  private final ExpressionBinder binder;

  ConditionalBinder(ExpressionBinder binder) {
    this.binder = binder;
  }

  /** The simple form becomes comparisons with its operand. */
  BoundExpression bindCase(Expression.Case expression) {
    Optional<Argument> operand = expression.operand().map(binder::argument);
    List<BoundExpression> conditions = new ArrayList<>();
    List<Argument> results = new ArrayList<>();
    for (Expression.Case.When when : expression.whens()) {
      conditions.add(condition(operand, when.condition()));
      results.add(binder.argument(when.result()));
    }
    expression.otherwise().ifPresent(otherwise -> results.add(binder.argument(otherwise)));
    CommonType common = commonType("CASE", results);
    List<BoundExpression> converted = convert(common, results);
    List<Case.When> whens = new ArrayList<>();
    for (int index = 0; index < conditions.size(); index++) {
      whens.add(new Case.When(conditions.get(index), converted.get(index)));
    }
    Optional<BoundExpression> otherwise =
        expression.otherwise().map(last -> converted.get(converted.size() - 1));
    return new Case(common.type().orElseThrow(), whens, otherwise);
  }

  private BoundExpression condition(Optional<Argument> operand, Expression condition) {
    if (operand.isEmpty()) {
      return binder.condition(condition, "CASE/WHEN");
    }
    return binder
        .calls()
        .operator(
            BinaryOperator.EQUAL.symbol(),
            List.of(operand.orElseThrow(), binder.argument(condition)),
            condition.position());
  }

  BoundExpression coalesce(Expression.FunctionCall call) {
    List<Argument> arguments = call.arguments().stream().map(binder::argument).toList();
    if (arguments.isEmpty()) {
      throw GabbroException.at(
          call.position(), ErrorCode.SYNTAX_ERROR, "COALESCE needs at least one argument");
    }
    CommonType common = commonType("COALESCE", arguments);
    return new Coalesce(common.type().orElseThrow(), convert(common, arguments));
  }

  static CommonType commonType(String construct, List<Argument> values) {
    CommonType common = CommonType.of(values.stream().map(Argument::value).toList());
    if (common.type().isEmpty()) {
      throw mismatch(construct, values);
    }
    return common;
  }

  /** The error names the first two types that do not go together. */
  private static GabbroException mismatch(String construct, List<Argument> values) {
    List<BoundExpression> seen = new ArrayList<>();
    SqlType previous = SqlType.NULL;
    SourcePosition position = values.get(0).position();
    SqlType offending = SqlType.NULL;
    for (Argument value : values) {
      seen.add(value.value());
      Optional<SqlType> common = CommonType.of(seen).type();
      if (common.isEmpty()) {
        position = value.position();
        offending = value.value().type();
        break;
      }
      previous = common.orElseThrow();
    }
    return GabbroException.at(
        position,
        ErrorCode.DATATYPE_MISMATCH,
        construct + " types " + previous + " and " + offending + " cannot be matched");
  }

  private List<BoundExpression> convert(CommonType common, List<Argument> values) {
    Conversions conversions = binder.context().conversions();
    return values.stream()
        .map(value -> common.convert(conversions, value.value(), value.position()))
        .toList();
  }
}
