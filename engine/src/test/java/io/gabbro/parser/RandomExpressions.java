package io.gabbro.parser;

import io.gabbro.ast.BinaryOperator;
import io.gabbro.ast.Expression;
import io.gabbro.ast.Identifier;
import io.gabbro.ast.SortItem;
import io.gabbro.ast.TypeName;
import io.gabbro.ast.UnaryOperator;
import io.gabbro.error.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes random expressions of every kind and shape. They are made in the order in which they are
 * written, so that parameters have the numbers that parsing gives them.
 */
final class RandomExpressions {
  private static final SourcePosition START = SourcePosition.START;

  private static final List<String> NAMES =
      List.of(
          "a",
          "b_1",
          "c$",
          "_",
          "select",
          "from",
          "order",
          "end",
          "left",
          "date",
          "interval",
          "filter",
          "set",
          "extract",
          "position",
          "current_date",
          "values",
          "A",
          "Ab c",
          "a\"b",
          "1a",
          "ä",
          "日本",
          "😀",
          "''",
          "--",
          "tables",
          "all",
          "null",
          "x'y");

  private static final List<String> FUNCTIONS =
      List.of(
          "f",
          "count",
          "left",
          "extract",
          "position",
          "substring",
          "overlay",
          "trim",
          "ltrim",
          "rtrim",
          "btrim",
          "current_date",
          "localtime",
          "coalesce",
          "cast",
          "F",
          "filter",
          "if");

  private static final List<String> STRINGS =
      List.of("", "a", "it's", "''", "\\", "\n", "a\"b", "-- x", "/* x", "year", "select", "日本 😀");

  private static final List<String> NUMBERS =
      List.of("0", "1", "42", "1.", ".5", "1.50", "1e10", "2.5E-3", "99999999999999999999");

  private static final List<TypeName> TYPES =
      List.of(
          type("integer"),
          type("text"),
          type("double precision"),
          type("numeric", 10, 2),
          type("character varying", 3),
          type("timestamp with time zone"),
          type("time with time zone", 3),
          type("interval"),
          type("date"));

  private static final List<String> LITERAL_TYPES =
      List.of("date", "time", "timestamp", "timestamptz", "timestamp with time zone", "uuid");

  private static final List<String> UNITS =
      List.of("year", "month", "day", "hour", "minute", "second");

  private final Random random;
  private int parameters;

  RandomExpressions(Random random) {
    this.random = random;
  }

  private static TypeName type(String name, Integer... arguments) {
    return new TypeName(START, name, List.of(arguments));
  }

  /** Starts a statement, whose parameters count from zero. */
  void restart() {
    parameters = 0;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  boolean flip() {
    return random.nextBoolean();
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  Identifier name() {
    return new Identifier(START, pick(NAMES));
  }

  String string() {
    return pick(STRINGS);
  }

  TypeName type() {
    return pick(TYPES);
  }

  <T> Optional<T> maybe(Supplier<T> value) {
    return flip() ? Optional.of(value.get()) : Optional.empty();
  }

  /** At least {@code least} values, and a few more. */
  <T> List<T> list(int least, Supplier<T> value) {
    int size = least + upTo(2);
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(value.get());
    }
    return list;
  }

  /** An expression at most so deep. */
  Expression expression(int depth) {
    return depth == 0 ? leaf() : inner(depth - 1);
  }

  private Expression leaf() {
    return switch (random.nextInt(10)) {
      case 0 -> new Expression.NullLiteral(START);
      case 1 -> new Expression.BooleanLiteral(START, flip());
      case 2 -> new Expression.NumberLiteral(START, pick(NUMBERS));
      case 3 -> new Expression.StringLiteral(START, string());
      case 4 -> new Expression.BinaryLiteral(START, pick(List.of("", "CAFE", "00ff")));
      case 5 -> new Expression.TypedLiteral(START, type(pick(LITERAL_TYPES)), string());
      case 6 ->
          flip()
              ? new Expression.TypedLiteral(START, type("interval"), string())
              : new Expression.IntervalLiteral(START, string(), pick(UNITS));
      case 7 -> new Expression.Parameter(START, parameters++);
      default -> new Expression.ColumnName(START, maybe(this::name), name());
    };
  }

  private Expression inner(int depth) {
    Supplier<Expression> operand = () -> expression(upTo(depth));
    return switch (random.nextInt(14)) {
      case 0 -> new Expression.Unary(START, pick(List.of(UnaryOperator.values())), operand.get());
      case 1, 2, 3, 4 ->
          new Expression.Binary(
              START, pick(List.of(BinaryOperator.values())), operand.get(), operand.get());
      case 5 -> new Expression.Between(START, operand.get(), operand.get(), operand.get(), flip());
      case 6 -> new Expression.InList(START, operand.get(), list(1, operand), flip());
      case 7 ->
          new Expression.Like(START, operand.get(), operand.get(), maybe(operand), flip(), flip());
      case 8 -> new Expression.IsNull(START, operand.get(), flip());
      case 9 -> new Expression.IsBoolean(START, operand.get(), maybe(this::flip), flip());
      case 10 -> new Expression.Case(START, maybe(operand), whens(operand), maybe(operand));
      case 11 -> new Expression.Cast(START, operand.get(), type());
      default -> call(operand);
    };
  }

  private List<Expression.Case.When> whens(Supplier<Expression> operand) {
    return list(1, () -> new Expression.Case.When(operand.get(), operand.get()));
  }

  private Expression call(Supplier<Expression> operand) {
    Identifier name = new Identifier(START, pick(FUNCTIONS));
    if (upTo(9) == 0) {
      return new Expression.FunctionCall(
          START, name, List.of(), true, false, List.of(), maybe(operand));
    }
    List<Expression> arguments = list(0, operand);
    boolean plain = arguments.isEmpty() || upTo(2) > 0;
    return new Expression.FunctionCall(
        START,
        name,
        arguments,
        false,
        !plain && flip(),
        plain ? List.of() : list(0, () -> sortItem(operand)),
        plain ? Optional.empty() : maybe(operand));
  }

  SortItem sortItem(Supplier<Expression> expression) {
    return new SortItem(expression.get(), flip(), maybe(this::flip));
  }
}
