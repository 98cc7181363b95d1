package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.ast.SortItem;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.error.SourcePosition;
import io.gabbro.function.AggregateFunction;
import io.gabbro.plan.AggregateCall;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundExpression.ColumnReference;
import io.gabbro.plan.PlanColumn;
import io.gabbro.plan.SortKey;
import io.gabbro.plan.binder.CallBinder.Argument;
import io.gabbro.plan.binder.CallBinder.ResolvedAggregate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the aggregates of SELECT list, HAVING and ORDER BY; in the expressions a reference to
 * the aggregate's result stands in their place. Equal aggregates are computed once.
 */
final class AggregateCollector implements Aggregates {
  private static final String COUNT = "count";

  private final List<AggregateCall> calls = new ArrayList<>();
  private final Set<Integer> results = new HashSet<>();
  private final IdentityHashMap<ColumnReference, SourcePosition> positions =
      new IdentityHashMap<>();

  /** The aggregates so far. */
  List<AggregateCall> calls() {
    return List.copyOf(calls);
  }

  /** Whether a column is the result of an aggregate. */
  boolean isResult(int column) {
    return results.contains(column);
  }

  /** Where a reference stands in the text; the object must be the one that was bound. */
  SourcePosition position(ColumnReference column) {
    return positions.get(column);
  }

  @Override
  public void columnAt(ColumnReference column, SourcePosition position) {
    positions.put(column, position);
  }

  @Override
  public BoundExpression bind(Expression.FunctionCall call, BindingContext context, Scope scope) {
    String name = call.name().name();
    AggregateFunction function = context.functions().aggregate(name).orElseThrow();
    if (call.star() && !name.equals(COUNT)) {
      throw GabbroException.at(call.position(), ErrorCode.UNDEFINED_FUNCTION, name + "(*)");
    }
    if (!call.star() && call.arguments().isEmpty() && name.equals(COUNT)) {
      throw GabbroException.at(
          call.position(),
          ErrorCode.WRONG_OBJECT,
          "count(*) must be used to call count without arguments");
    }
    ExpressionBinder inner =
        new ExpressionBinder(
            context, scope, Aggregates.forbiddenIn("the arguments of an aggregate function"));
    List<Argument> arguments = call.arguments().stream().map(inner::argument).toList();
    ResolvedAggregate resolved = inner.calls().aggregate(function, arguments, call.position());
    List<SortKey> orderBy = call.orderBy().stream().map(item -> key(inner, item)).toList();
    if (call.distinct()) {
      requireArguments(call, resolved.arguments(), orderBy);
    }
    Optional<BoundExpression> filter =
        call.filter()
            .map(
                condition ->
                    new ExpressionBinder(context, scope, Aggregates.forbiddenIn("FILTER"))
                        .condition(condition, "FILTER"));
    boolean nullable = !name.equals(COUNT);
    for (AggregateCall known : calls) {
      if (isSame(known, name, resolved, call.distinct(), orderBy, filter)) {
        return known.output().reference();
      }
    }
    PlanColumn output =
        context.newColumn(name, resolved.signature().result(), nullable, Optional.empty());
    results.add(output.id());
    calls.add(
        new AggregateCall(
            output,
            name,
            resolved.signature(),
            resolved.arguments(),
            call.distinct(),
            orderBy,
            filter));
    return output.reference();
  }

  private static SortKey key(ExpressionBinder binder, SortItem item) {
    return new SortKey(
        binder.typed(item.expression()),
        item.descending(),
        item.nullsFirst().orElse(item.descending()));
  }

  private static void requireArguments(
      Expression.FunctionCall call, List<BoundExpression> arguments, List<SortKey> orderBy) {
    for (int index = 0; index < orderBy.size(); index++) {
      BoundExpression value = orderBy.get(index).value();
      if (arguments.stream().noneMatch(argument -> SameComputation.of(argument, value))) {
        throw GabbroException.at(
            call.orderBy().get(index).expression().position(),
            ErrorCode.INVALID_COLUMN_REFERENCE,
            "in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list");
      }
    }
  }

  private static boolean isSame(
      AggregateCall known,
      String name,
      ResolvedAggregate resolved,
      boolean distinct,
      List<SortKey> orderBy,
      Optional<BoundExpression> filter) {
    return known.name().equals(name)
        && known.distinct() == distinct
        && known.signature().parameters().equals(resolved.signature().parameters())
        && known.arguments().equals(resolved.arguments())
        && known.orderBy().equals(orderBy)
        && known.filter().equals(filter);
  }
}
