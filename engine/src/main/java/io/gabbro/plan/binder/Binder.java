package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.ast.Statement;
import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.FunctionRegistry;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.type.SqlType;
import java.util.List;

/** Turns syntax trees into bound statements. Immutable and thread-safe. */
public final class Binder {
  private final CatalogSnapshot catalog;
  private final FunctionRegistry functions;

  /** A binder for statements that see these tables and functions. */
  public Binder(CatalogSnapshot catalog, FunctionRegistry functions) {
    this.catalog = catalog;
    this.functions = functions;
  }

  /**
   * Binds a statement.
   *
   * @param statement what the parser made of it
   * @param parameterHints types that the caller is going to bind, in order; {@link SqlType#NULL},
   *     or a shorter list, where it does not know
   * @throws GabbroException UNDEFINED_TABLE, UNDEFINED_COLUMN, DATATYPE_MISMATCH and others, with
   *     the place in the text
   */
  public BoundStatement.Bound bind(Statement statement, List<SqlType> parameterHints) {
    BindingContext context = new BindingContext(catalog, functions, parameterHints);
    BoundStatement bound = statement.accept(new StatementBinder(context));
    return new BoundStatement.Bound(
        bound, context.parameters().types(), context.parameters().guessed());
  }

  /**
   * Binds the expression of DEFAULT for a column, as INSERT does; DDL checks it so.
   *
   * @param column the name of the column
   * @param type its type
   * @throws GabbroException UNDEFINED_COLUMN when it names a column, DATATYPE_MISMATCH when the
   *     column does not take it, SYNTAX_ERROR when it has a parameter, and others
   */
  public BoundExpression bindDefault(Expression expression, String column, SqlType type) {
    BindingContext context = new BindingContext(catalog, functions, List.of());
    BoundExpression value = new DefaultBinder(context).bind(expression, column, type);
    if (!context.parameters().types().isEmpty()) {
      throw GabbroException.at(
          expression.position(), ErrorCode.SYNTAX_ERROR, "DEFAULT must not contain parameters");
    }
    return value;
  }
}
