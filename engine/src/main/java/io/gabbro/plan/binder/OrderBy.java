package io.gabbro.plan.binder;

import io.gabbro.ast.Expression;
import io.gabbro.ast.SortItem;
import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.plan.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The keys of ORDER BY as positions of output columns, some of them added for it alone. */
final class OrderBy {
  private record Key(int output, boolean descending, boolean nullsFirst) {}

  private final List<Output> outputs;
  private final boolean distinct;
  private final List<Key> keys = new ArrayList<>();

  /**
   * No keys yet.
   *
   * @param outputs the items of the SELECT list
   * @param distinct whether no item may be added
   */
  OrderBy(List<Output> outputs, boolean distinct) {
    this.outputs = new ArrayList<>(outputs);
    this.distinct = distinct;
  }

  /** Binds the items; a bare name is an output column first, a column of the source second. */
  void bind(List<SortItem> items, ExpressionBinder binder) {
    ItemResolver resolver = new ItemResolver(List.copyOf(outputs), "ORDER BY");
    for (SortItem item : items) {
      Expression expression = item.expression();
      OptionalInt output = resolver.ordinal(expression);
      if (output.isEmpty() && expression instanceof Expression.ColumnName name) {
        output = resolver.named(name);
      }
      int position =
          output.isPresent() ? output.getAsInt() : findOrAdd(expression, binder.typed(expression));
      keys.add(new Key(position, item.descending(), item.nullsFirst().orElse(item.descending())));
    }
  }

  private int findOrAdd(Expression expression, BoundExpression value) {
    for (int index = 0; index < outputs.size(); index++) {
      if (SameComputation.of(outputs.get(index).value(), value)) {
        return index;
      }
    }
    if (distinct) {
      throw GabbroException.at(
          expression.position(),
          ErrorCode.INVALID_COLUMN_REFERENCE,
          "for SELECT DISTINCT, ORDER BY expressions must appear in select list");
    }
    outputs.add(new Output(OutputNames.of(expression), value));
    return outputs.size() - 1;
  }

  /** Turns all expressions into expressions over groups. */
  void rewrite(Grouping grouping) {
    outputs.replaceAll(output -> new Output(output.name(), grouping.rewrite(output.value())));
  }

  /** The items of the SELECT list, then those that were added. */
  List<Output> outputs() {
    return outputs;
  }

  /** The keys over the source of the outputs. */
  List<SortKey> sourceKeys() {
    return keys.stream()
        .map(
            key ->
                new SortKey(outputs.get(key.output()).value(), key.descending(), key.nullsFirst()))
        .toList();
  }

  /**
   * Sorts the rows of a plan, and leaves out what was added.
   *
   * @param input yields the outputs in order
   * @param visible the number of items of the SELECT list
   */
  LogicalPlan plan(LogicalPlan input, int visible) {
    if (keys.isEmpty()) {
      return input;
    }
    List<PlanColumn> columns = input.output();
    List<SortKey> sortKeys =
        keys.stream()
            .map(
                key ->
                    new SortKey(
                        columns.get(key.output()).reference(), key.descending(), key.nullsFirst()))
            .toList();
    LogicalPlan sorted = new LogicalPlan.Sort(input, sortKeys);
    return columns.size() == visible
        ? sorted
        : new LogicalPlan.Project(sorted, Projections.keep(columns.subList(0, visible)));
  }
}
