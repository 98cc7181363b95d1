package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.ColumnReference;

/** What becomes of aggregate functions in a clause. */
interface Aggregates {
  /** Hears of each column that the clause names; the object is the one in the expression. */
  void columnAt(ColumnReference column, SourcePosition position);

  /** Binds a call of an aggregate function. */
  BoundExpression bind(Expression.FunctionCall call, BindingContext context, Scope scope);

  /** They are an error. */
  static Aggregates forbiddenIn(String clause) {
    return new Aggregates() {
      @Override
      public void columnAt(ColumnReference column, SourcePosition position) {}

      @Override
      public BoundExpression bind(
          Expression.FunctionCall call, BindingContext context, Scope scope) {
        throw GabbroException.at(call.position(), ErrorCode.AGGREGATE_NOT_ALLOWED, clause);
      }
    };
  }
}
