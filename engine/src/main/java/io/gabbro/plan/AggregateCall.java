package io.gabbro.plan;

import io.gabbro.function.AggregateSignature;
import java.util.List;
import java.util.Optional;

/**
 * One aggregate of an {@link LogicalPlan.Aggregate}.
 *
 * @param output the column that it yields
 * @param name the function, for printing
 * @param signature the resolved function
 * @param arguments the arguments, already of the parameter types
 * @param distinct whether equal arguments count once
 * @param orderBy the order in which rows are added; empty for any
 * @param filter the condition of FILTER
 */
public record AggregateCall(
    PlanColumn output,
    String name,
    AggregateSignature signature,
    List<BoundExpression> arguments,
    boolean distinct,
    List<SortKey> orderBy,
    Optional<BoundExpression> filter) {
  /** Copies the lists. */
  public AggregateCall {
    arguments = List.copyOf(arguments);
    orderBy = List.copyOf(orderBy);
  }
}
