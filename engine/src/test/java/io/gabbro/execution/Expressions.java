package io.gabbro.execution;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.Kernel;
import io.gabbro.function.ScalarSignature;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BooleanVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes bound expressions for tests, with kernels that check what they are promised. */
public final class Expressions {
  private Expressions() {}

  /** A column of a plan. */
  public static PlanColumn column(int id, SqlType type) {
    return new PlanColumn(id, "c" + id, type, true, Optional.empty());
  }

  /** A constant. */
  public static BoundExpression constant(SqlType type, Object value) {
    return new BoundExpression.Constant(type, value);
  }

  /** A BIGINT constant. */
  public static BoundExpression constant(long value) {
    return constant(SqlType.BIGINT, value);
  }

  /** AND. */
  public static BoundExpression and(BoundExpression... conditions) {
    return new BoundExpression.And(List.of(conditions));
  }

  /** OR. */
  public static BoundExpression or(BoundExpression... conditions) {
    return new BoundExpression.Or(List.of(conditions));
  }

  /** NOT. */
  public static BoundExpression not(BoundExpression condition) {
    return new BoundExpression.Not(condition);
  }

  /** A comparison by its operator. */
  public static BoundExpression compare(
      BoundExpression left, String operator, BoundExpression right) {
    return call(
        operator,
        SqlType.BOOLEAN,
        (vectors, row, result) -> {
          int order = vectors[0].compare(row, vectors[1], row);
          ((BooleanVector) result).values()[row] = holds(operator, order);
        },
        left,
        right);
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  /** The sum of two BIGINTs, wrapping. */
  public static BoundExpression add(BoundExpression left, BoundExpression right) {
    return call(
        "+",
        SqlType.BIGINT,
        (vectors, row, result) -> {
          ((LongVector) result).values()[row] =
              ((LongVector) vectors[0]).values()[row] + ((LongVector) vectors[1]).values()[row];
        },
        left,
        right);
  }

  /** The quotient of two BIGINTs. */
  public static BoundExpression divide(BoundExpression left, BoundExpression right) {
    return call(
        "/",
        SqlType.BIGINT,
        (vectors, row, result) -> {
          long divisor = ((LongVector) vectors[1]).values()[row];
          if (divisor == 0) {
            throw new GabbroException(ErrorCode.DIVISION_BY_ZERO);
          }
          ((LongVector) result).values()[row] = ((LongVector) vectors[0]).values()[row] / divisor;
        },
        left,
        right);
  }

  private interface RowKernel {
    void evaluate(ColumnVector[] arguments, int row, ColumnVector result);
  }

  private static BoundExpression call(
      String name, SqlType result, RowKernel body, BoundExpression... arguments) {
    Kernel kernel =
        (context, vectors, rows, target) -> {
          for (int index = 0; index < rows.count(); index++) {
            int row = rows.position(index);
            if (Arrays.stream(vectors).anyMatch(vector -> vector.isNull(row))) {
              throw new AssertionError("the kernel of " + name + " was shown a NULL");
            }
            body.evaluate(vectors, row, target);
          }
        };
    List<SqlType> types = Arrays.stream(arguments).map(BoundExpression::type).toList();
    return new BoundExpression.Call(
        name, ScalarSignature.of(types, result, () -> kernel), List.of(arguments));
  }
}
