package io.gabbro.plan.binder;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import io.gabbro.ast.ExpressionVisitor;
import io.gabbro.ast.TypeName;
import io.gabbro.ast.UnaryOperator;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.And;
import io.gabbro.plan.BoundExpression.Constant;
import io.gabbro.plan.BoundExpression.IsNull;
import io.gabbro.plan.BoundExpression.Not;
import io.gabbro.plan.BoundExpression.Or;
import io.gabbro.plan.binder.CallBinder.Argument;
import io.gabbro.type.Coercion;
import io.gabbro.type.IntervalParser;
import io.gabbro.type.NumericTypes;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeNames;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Binds the expressions of one clause. What it returns may have no type yet, see {@link
 * Conversions}; {@link #typed} and {@link #as} do not.
 */
final class ExpressionBinder implements ExpressionVisitor<BoundExpression> {
  private final BindingContext context;
  private final Scope scope;
  private final Aggregates aggregates;
  private final CallBinder calls;

  /**
   * A binder for one clause.
   *
   * @param scope the columns that it can name
   * @param aggregates what becomes of aggregate functions
   */
  ExpressionBinder(BindingContext context, Scope scope, Aggregates aggregates) {
    this.context = context;
    this.scope = scope;
    this.aggregates = aggregates;
    this.calls = new CallBinder(context);
  }

  /** Binds an expression; its type may be unknown. */
  BoundExpression bind(Expression expression) {
    return expression.accept(this);
  }

  /** Binds an expression; TEXT where its type is unknown. */
  BoundExpression typed(Expression expression) {
    return context.conversions().typed(bind(expression));
  }

  /** Binds an expression that must have a type or turn into it without being asked. */
  BoundExpression as(Expression expression, SqlType type) {
    return context.conversions().implicit(bind(expression), type, expression.position());
  }

  /**
   * Binds a condition.
   *
   * @param clause what it stands in, for the message
   * @throws GabbroException DATATYPE_MISMATCH when it is not BOOLEAN
   */
  BoundExpression condition(Expression expression, String clause) {
    return mustBe(bind(expression), SqlType.BOOLEAN, clause, expression.position());
  }

  /** A value that must have a type: the operand of a clause or keyword. */
  BoundExpression mustBe(
      BoundExpression value, SqlType type, String clause, SourcePosition position) {
    if (!Conversions.isUnknown(value) && !Coercion.isImplicit(value.type(), type)) {
      throw GabbroException.at(
          position,
          ErrorCode.DATATYPE_MISMATCH,
          "argument of " + clause + " must be type " + type + ", not type " + value.type());
    }
    return context.conversions().implicit(value, type, position);
  }

  Argument argument(Expression expression) {
    return Argument.of(bind(expression), expression);
  }

  BindingContext context() {
    return context;
  }

  CallBinder calls() {
    return calls;
  }

  @Override
  public BoundExpression visitNullLiteral(Expression.NullLiteral expression) {
    return new Constant(SqlType.NULL, null);
  }

  @Override
  public BoundExpression visitBooleanLiteral(Expression.BooleanLiteral expression) {
    return new Constant(SqlType.BOOLEAN, expression.value());
  }

  @Override
  public BoundExpression visitNumberLiteral(Expression.NumberLiteral expression) {
    return Literals.number(expression.text(), expression.position());
  }

  @Override
  public BoundExpression visitStringLiteral(Expression.StringLiteral expression) {
    return new Constant(SqlType.NULL, expression.value());
  }

  @Override
  public BoundExpression visitBinaryLiteral(Expression.BinaryLiteral expression) {
    return Literals.binary(expression.hexadecimal());
  }

  @Override
  public BoundExpression visitTypedLiteral(Expression.TypedLiteral expression) {
    BoundExpression text = new Constant(SqlType.NULL, expression.text());
    return cast(text, expression.type(), expression.position());
  }

  @Override
  public BoundExpression visitIntervalLiteral(Expression.IntervalLiteral expression) {
    try {
      return new Constant(
          SqlType.INTERVAL, IntervalParser.parse(expression.text(), expression.unit()));
    } catch (GabbroException badText) {
      throw badText.orAt(expression.position());
    }
  }

  @Override
  public BoundExpression visitParameter(Expression.Parameter expression) {
    return context.parameters().reference(expression.index());
  }

  @Override
  public BoundExpression visitColumnName(Expression.ColumnName expression) {
    Optional<BoundExpression> rowId = HiddenRowId.resolve(expression, scope);
    if (rowId.isPresent()) {
      aggregates.columnAt(HiddenRowId.keyOf(rowId.orElseThrow()), expression.position());
      return rowId.orElseThrow();
    }
    BoundExpression.ColumnReference reference = scope.resolve(expression).reference();
    aggregates.columnAt(reference, expression.position());
    return reference;
  }

  @Override
  public BoundExpression visitUnary(Expression.Unary expression) {
    Expression operand = expression.operand();
    if (expression.operator() == UnaryOperator.NOT) {
      return new Not(condition(operand, "NOT"));
    }
    if (expression.operator() == UnaryOperator.NEGATE
        && operand instanceof Expression.NumberLiteral number) {
      return Literals.number("-" + number.text(), expression.position());
    }
    return calls.operator(
        expression.operator().symbol(), List.of(argument(operand)), expression.position());
  }

  @Override
  public BoundExpression visitBinary(Expression.Binary expression) {
    return switch (expression.operator()) {
      case AND -> new And(chain(expression));
      case OR -> new Or(chain(expression));
      default ->
          calls.operator(
              expression.operator().symbol(),
              List.of(argument(expression.left()), argument(expression.right())),
              expression.position());
    };
  }

  /** The conditions of a chain of AND or OR, however deep it is. */
  private List<BoundExpression> chain(Expression.Binary whole) {
    BinaryOperator operator = whole.operator();
    List<BoundExpression> conditions = new ArrayList<>();
    Deque<Expression> rest = new ArrayDeque<>();
    rest.push(whole);
    while (!rest.isEmpty()) {
      Expression next = rest.pop();
      if (next instanceof Expression.Binary binary && binary.operator() == operator) {
        rest.push(binary.right());
        rest.push(binary.left());
      } else {
        conditions.add(condition(next, operator.symbol()));
      }
    }
    return conditions;
  }

  @Override
  public BoundExpression visitBetween(Expression.Between expression) {
    return new PredicateBinder(this).between(expression);
  }

  @Override
  public BoundExpression visitInList(Expression.InList expression) {
    return new PredicateBinder(this).inList(expression);
  }

  @Override
  public BoundExpression visitLike(Expression.Like expression) {
    return new PredicateBinder(this).like(expression);
  }

  @Override
  public BoundExpression visitIsNull(Expression.IsNull expression) {
    IsNull isNull = new IsNull(typed(expression.value()));
    return expression.negated() ? new Not(isNull) : isNull;
  }

  @Override
  public BoundExpression visitIsBoolean(Expression.IsBoolean expression) {
    return new PredicateBinder(this).isBoolean(expression);
  }

  @Override
  public BoundExpression visitCase(Expression.Case expression) {
    return new ConditionalBinder(this).bindCase(expression);
  }

  @Override
  public BoundExpression visitCast(Expression.Cast expression) {
    return cast(bind(expression.value()), expression.type(), expression.value().position());
  }

  private BoundExpression cast(BoundExpression value, TypeName name, SourcePosition position) {
    SqlType type;
    try {
      type = TypeNames.resolveCast(name.name(), name.arguments(), sourceType(value));
    } catch (GabbroException badType) {
      throw badType.orAt(name.position());
    }
    return context.conversions().explicit(value, type, position);
  }

  /** The type of a value; for a string literal that reads as a number that of the number. */
  private static SqlType sourceType(BoundExpression value) {
    Optional<BigDecimal> number =
        Conversions.isUnknownText(value)
            ? Literals.decimal((String) ((Constant) value).value())
            : Optional.empty();
    return number
        .map(NumericTypes::of)
        .filter(t -> t.length() <= SqlType.MAX_PRECISION)
        .orElse(value.type());
  }

  @Override
  public BoundExpression visitFunctionCall(Expression.FunctionCall expression) {
    String name = expression.name().name();
    if (context.functions().aggregate(name).isPresent()) {
      return aggregates.bind(expression, context, scope);
    }
    refuseAggregateSyntax(expression);
    return name.equals("coalesce")
        ? new ConditionalBinder(this).coalesce(expression)
        : calls.function(
            name,
            expression.arguments().stream().map(this::argument).toList(),
            expression.position());
  }

  private static void refuseAggregateSyntax(Expression.FunctionCall call) {
    String what =
        call.star()
            ? "*"
            : call.distinct()
                ? "DISTINCT"
                : !call.orderBy().isEmpty()
                    ? "ORDER BY"
                    : call.filter().isPresent() ? "FILTER" : "";
    if (!what.isEmpty()) {
      throw GabbroException.at(
          call.position(),
          ErrorCode.WRONG_OBJECT,
          what + " specified, but " + call.name() + " is not an aggregate function");
    }
  }

  @Override
  public BoundExpression visitDefaultValue(Expression.DefaultValue expression) {
    throw GabbroException.at(
        expression.position(), ErrorCode.SYNTAX_ERROR, "DEFAULT is not allowed in this context");
  }
}
