package io.gabbro.session;

import io.gabbro.ast.Expression;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.execution.expression.ColumnLayout;
import io.gabbro.execution.expression.ExpressionCompiler;
import io.gabbro.function.EvaluationContext;
import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.function.cast.Casts;
import io.gabbro.parser.SqlParser;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.binder.Binder;
import io.gabbro.type.SqlType;
import io.gabbro.vector.BytesVector;
import io.gabbro.vector.ColumnVector;
import io.gabbro.vector.RowBatch;
import io.gabbro.vector.Selection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Constants as the catalog keeps them: text that a cast turns into the value. */
final class ConstantExpressions {
  private static final RowBatch NO_PARAMETERS =
      new RowBatch(new ColumnVector[0], Selection.ofAll(1));

  private ConstantExpressions() {}

  /** The value of an expression as a constant expression that does not depend on the moment. */
  static String toSql(BoundExpression expression, SqlType type, EvaluationContext context) {
    BoundExpression text =
        type.equals(SqlType.TEXT)
            ? expression
            : new BoundExpression.Call(
                "cast", Casts.cast(type, SqlType.TEXT).orElseThrow(), List.of(expression));
    ColumnVector value = evaluate(text, context);
    return value.isNull(0)
        ? "NULL"
        : "'" + ((BytesVector) value).string(0).replace("'", "''") + "'";
  }

  /** The value, in row 0, of an expression that {@link #toSql} made. */
  static ColumnVector evaluate(String sql, SqlType type) {
    Expression expression = SqlParser.parseExpression(sql);
    BoundExpression bound =
        new Binder(CatalogSnapshot.empty(), BuiltinFunctions.registry())
            .bindDefault(expression, "missing", type);
    return evaluate(bound, new EvaluationContext(Instant.EPOCH, ZoneOffset.UTC));
  }

  private static ColumnVector evaluate(BoundExpression expression, EvaluationContext context) {
    return ExpressionCompiler.of(ColumnLayout.of(List.of()), context, NO_PARAMETERS)
        .value(expression);
  }
}
