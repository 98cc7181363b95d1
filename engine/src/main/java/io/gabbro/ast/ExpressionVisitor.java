package io.gabbro.ast;

/**
 * One method for each kind of {@link Expression}; a new kind makes the compiler list every visitor
 * that lacks it.
 *
 * @param <R> what a visit returns
 */
public interface ExpressionVisitor<R> {
  /** Visits a {@link Expression.NullLiteral}. */
  R visitNullLiteral(Expression.NullLiteral expression);

  /** Visits a {@link Expression.BooleanLiteral}. */
  R visitBooleanLiteral(Expression.BooleanLiteral expression);

  /** Visits a {@link Expression.NumberLiteral}. */
  R visitNumberLiteral(Expression.NumberLiteral expression);

  /** Visits a {@link Expression.StringLiteral}. */
  R visitStringLiteral(Expression.StringLiteral expression);

  /** Visits a {@link Expression.BinaryLiteral}. */
  R visitBinaryLiteral(Expression.BinaryLiteral expression);

  /** Visits a {@link Expression.TypedLiteral}. */
  R visitTypedLiteral(Expression.TypedLiteral expression);

  /** Visits a {@link Expression.IntervalLiteral}. */
  R visitIntervalLiteral(Expression.IntervalLiteral expression);

  /** Visits a {@link Expression.Parameter}. */
  R visitParameter(Expression.Parameter expression);

  /** Visits a {@link Expression.ColumnName}. */
  R visitColumnName(Expression.ColumnName expression);

  /** Visits a {@link Expression.Unary}. */
  R visitUnary(Expression.Unary expression);

  /** Visits a {@link Expression.Binary}. */
  R visitBinary(Expression.Binary expression);

  /** Visits a {@link Expression.Between}. */
  R visitBetween(Expression.Between expression);

  /** Visits a {@link Expression.InList}. */
  R visitInList(Expression.InList expression);

  /** Visits a {@link Expression.Like}. */
  R visitLike(Expression.Like expression);

  /** Visits a {@link Expression.IsNull}. */
  R visitIsNull(Expression.IsNull expression);

  /** Visits a {@link Expression.IsBoolean}. */
  R visitIsBoolean(Expression.IsBoolean expression);

  /** Visits a {@link Expression.Case}. */
  R visitCase(Expression.Case expression);

  /** Visits a {@link Expression.Cast}. */
  R visitCast(Expression.Cast expression);

  /** Visits a {@link Expression.FunctionCall}. */
  R visitFunctionCall(Expression.FunctionCall expression);

  /** Visits a {@link Expression.DefaultValue}. */
  R visitDefaultValue(Expression.DefaultValue expression);
}
