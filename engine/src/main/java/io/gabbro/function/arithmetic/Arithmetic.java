package io.gabbro.function.arithmetic;

import io.gabbro.function.DefinedFunction;
import io.gabbro.function.Documentation;
import io.gabbro.function.Resolver;
import io.gabbro.function.ScalarFunction;
import io.gabbro.function.ScalarSignature;
import io.gabbro.function.Topic;
import io.gabbro.function.datetime.DateTimeArithmetic;
import io.gabbro.type.SqlType;
import io.gabbro.type.TypeKind;
import java.util.List;
import java.util.Optional;

/** The operators {@code + - * / %}. */
public final class Arithmetic {
  /** Sum. */
  public static final ScalarFunction ADD =
      operator(
          "+",
          "The sum of two numbers or intervals, or a date or time moved by an interval; a date"
              + " plus an integer moves by days.",
          "DATE '2024-01-31' + 1",
          "2024-02-01",
          NumericArithmetic.resolver(ArithmeticOperator.ADD),
          DateTimeArithmetic.SUM);

  /** Difference, and the negative of one operand. */
  public static final ScalarFunction SUBTRACT =
      operator(
          "-",
          "The difference of two numbers or intervals, a date or time moved back, or the time"
              + " between two; with one operand its negative. Dates differ by a number of days.",
          "TIMESTAMP '2024-03-01 12:00' - TIMESTAMP '2024-02-28 06:30'",
          "2 days 05:30:00",
          Arithmetic::negative,
          NumericArithmetic.resolver(ArithmeticOperator.SUBTRACT),
          DateTimeArithmetic.DIFFERENCE);

  /** Product. */
  public static final ScalarFunction MULTIPLY =
      operator(
          "*",
          "The product of two numbers, or a multiple of an interval. NUMERIC is exact as long as"
              + " 38 digits are enough.",
          "1.50 * 1.1",
          "1.650",
          NumericArithmetic.resolver(ArithmeticOperator.MULTIPLY),
          DateTimeArithmetic.PRODUCT);

  /** Quotient. */
  public static final ScalarFunction DIVIDE =
      operator(
          "/",
          "The quotient of two numbers, or a part of an interval. Quotients of integers are cut to"
              + " integers; those of NUMERIC have 16 digits behind the point or more.",
          "7 / 2",
          "3",
          NumericArithmetic.quotient(),
          DateTimeArithmetic.QUOTIENT);

  /** Remainder. */
  public static final ScalarFunction MODULO =
      operator(
          "%",
          "The remainder of a division of integers or NUMERICs, with the sign of the dividend.",
          "-7 % 3",
          "-1",
          NumericArithmetic.remainder());

  private Arithmetic() {}

  private static ScalarFunction operator(
      String symbol, String description, String example, String result, Resolver... resolvers) {
    Documentation documentation =
        new Documentation(
            Topic.ARITHMETIC, "a " + symbol + " b", description, "SELECT " + example, result);
    List<Resolver> inOrder = List.of(resolvers);
    return new DefinedFunction(
        symbol,
        documentation,
        arguments ->
            inOrder.stream().flatMap(resolver -> resolver.resolve(arguments).stream()).findFirst());
  }

  private static Optional<ScalarSignature> negative(List<SqlType> arguments) {
    if (arguments.size() != 1) {
      return Optional.empty();
    }
    SqlType type = arguments.get(0).kind() == TypeKind.NULL ? SqlType.INTEGER : arguments.get(0);
    return type.kind() == TypeKind.INTERVAL
        ? DateTimeArithmetic.NEGATIVE.resolve(arguments)
        : Negation.negative(type);
  }
}
