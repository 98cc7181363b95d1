package io.gabbro.execution.planner;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.plan.BoundExpression;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.LongVector;
import java.util.Optional;

/**
 * Evaluates the expressions of LIMIT and OFFSET.
 *
 * @param compiler for expressions without columns
 */
public record RowCounts(ExpressionCompiler compiler) {
  /**
   * The value of an expression of type BIGINT.
   *
   * @param none the value when there is no expression or it is NULL
   * @param negative the error when it is negative
   */
  public long evaluate(Optional<BoundExpression> expression, long none, ErrorCode negative) {
    if (expression.isEmpty()) {
      return none;
    }
    ColumnVector value = compiler.value(expression.get());
    if (value.isNull(0)) {
      return none;
    }
    long rows = ((LongVector) value).values()[0];
    if (rows < 0) {
      throw new GabbroException(negative);
    }
    return rows;
  }
}
