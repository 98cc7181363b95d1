package io.gabbro.plan.binder;

import io.gabbro.catalog.CatalogSnapshot;
import io.gabbro.function.FunctionRegistry;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.PlanColumn;
import io.gabbro.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the binding of one statement shares: catalog, functions, parameters and column ids. */
final class BindingContext {
  private final CatalogSnapshot catalog;
  private final FunctionRegistry functions;
  private final ParameterTypes parameters;
  private final Conversions conversions;
  private final List<PlanColumn> columns = new ArrayList<>();

  BindingContext(
      CatalogSnapshot catalog, FunctionRegistry functions, List<SqlType> parameterHints) {
    this.catalog = catalog;
    this.functions = functions;
    this.parameters = new ParameterTypes(parameterHints);
    this.conversions = new Conversions(parameters);
  }

  CatalogSnapshot catalog() {
    return catalog;
  }

  FunctionRegistry functions() {
    return functions;
  }

  ParameterTypes parameters() {
    return parameters;
  }

  Conversions conversions() {
    return conversions;
  }

  /** A column with a new id. */
  PlanColumn newColumn(
      String name, SqlType type, boolean nullable, Optional<PlanColumn.Origin> origin) {
    PlanColumn column = new PlanColumn(columns.size(), name, type, nullable, origin);
    columns.add(column);
    return column;
  }

  /** A column with a new id that holds the value of an expression. */
  PlanColumn newColumn(String name, BoundExpression value) {
    Optional<PlanColumn.Origin> origin =
        value instanceof BoundExpression.ColumnReference reference
            ? columns.get(reference.id()).origin()
            : Optional.empty();
    return newColumn(name, value.type(), isNullable(value), origin);
  }

  /** The column of an id. */
  PlanColumn column(int id) {
    return columns.get(id);
  }

  /** Whether an expression can be NULL, as far as can be told without knowing the functions. */
  boolean isNullable(BoundExpression value) {
    if (value instanceof BoundExpression.ColumnReference reference) {
      return columns.get(reference.id()).nullable();
    }
    if (value instanceof BoundExpression.Constant constant) {
      return constant.value() == null;
    }
    if (value instanceof BoundExpression.IsNull) {
      return false;
    }
    if (value instanceof BoundExpression.Coalesce coalesce) {
      return coalesce.arguments().stream().allMatch(this::isNullable);
    }
    boolean strictOnly =
        value instanceof BoundExpression.And
            || value instanceof BoundExpression.Or
            || value instanceof BoundExpression.Not
            || value instanceof BoundExpression.InList
            || (value instanceof BoundExpression.Call call
                && call.name().equals(BoundExpression.Call.CAST));
    return !strictOnly || value.operands().stream().anyMatch(this::isNullable);
  }
}
