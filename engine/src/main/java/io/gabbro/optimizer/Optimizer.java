package io.gabbro.optimizer;

import io.gabbro.function.FunctionRegistry;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.BoundStatement.Returning;
import io.gabbro.plan.LogicalPlan;
import java.util.List;

/**
 * Makes plans cheaper by rules, each of which keeps the rows. Immutable and thread-safe.
 *
 * <p>First filters move down and limits move down and projections merge, until nothing changes;
 * then the scans at the bottom get their key ranges and orders; at last, columns that only the
 * conditions on keys needed are gone.
 */
public final class Optimizer {
  private static final int MAX_PASSES = 20;

  private final PruneUnusedColumns prune = new PruneUnusedColumns();
  private final SimplifyExpressions expressions;
  private final List<PlanRule> shape;
  private final List<PlanRule> scans;

  /** An optimizer that may use these functions. */
  public Optimizer(FunctionRegistry functions) {
    expressions = new SimplifyExpressions(functions);
    shape =
        List.of(
            expressions,
            new RemoveTrivialFilter(),
            new MergeAdjacentFilters(),
            new PushFilterThroughProject(),
            new PushFilterThroughSort(),
            new PushFilterThroughAggregate(),
            new RemoveSortWithoutEffect(),
            new PushFilterIntoScan(),
            new MergeAdjacentProjects(),
            new RemoveTrivialProject(),
            new MergeProjectIntoScan(),
            new PushLimitThroughProject(),
            new MergeLimitIntoSort(),
            new ComputeColumnsAfterTopN());
    scans =
        List.of(
            new TurnKeyConditionsIntoRanges(functions),
            new RemoveSortServedByKeyOrder(),
            new ReadFirstKeyForExtremum());
  }

  /** A statement that does the same. */
  public BoundStatement optimize(BoundStatement statement) {
    if (statement instanceof BoundStatement.Query query) {
      return new BoundStatement.Query(optimize(query.plan()));
    }
    if (statement instanceof BoundStatement.Insert insert) {
      return optimize(insert);
    }
    if (statement instanceof BoundStatement.Update update) {
      return optimize(update);
    }
    if (statement instanceof BoundStatement.Delete delete) {
      return new BoundStatement.Delete(
          delete.table(),
          optimize(delete.scan()),
          delete.condition().map(expressions::simplify),
          delete.returning().map(this::optimize));
    }
    if (statement instanceof BoundStatement.LockRows lock) {
      return new BoundStatement.LockRows(
          lock.table(),
          optimize(lock.scan()),
          lock.condition().map(expressions::simplify),
          lock.ifLocked(),
          lock.ordered(),
          lock.limit().map(expressions::simplify),
          lock.offset().map(expressions::simplify),
          optimize(lock.result()));
    }
    if (statement instanceof BoundStatement.Batch batch) {
      return new BoundStatement.Batch(batch.statements().stream().map(this::optimize).toList());
    }
    if (statement instanceof BoundStatement.Explain explain) {
      return new BoundStatement.Explain(explain.analyze(), optimize(explain.statement()));
    }
    if (statement instanceof BoundStatement.CopyFrom copy) {
      return new BoundStatement.CopyFrom(
          copy.statement(), copy.table(), copy.columns(), optimize(copy.insert()));
    }
    return statement instanceof BoundStatement.CopyTo copy
        ? new BoundStatement.CopyTo(copy.statement(), optimize(copy.plan()))
        : statement;
  }

  private BoundStatement.Insert optimize(BoundStatement.Insert insert) {
    return new BoundStatement.Insert(
        insert.table(),
        optimize(insert.input()),
        insert.givesKey(),
        insert.givesValue(),
        insert.returning().map(this::optimize));
  }

  private BoundStatement.Update optimize(BoundStatement.Update update) {
    List<BoundStatement.Update.Assignment> assignments =
        update.assignments().stream()
            .map(
                assignment ->
                    new BoundStatement.Update.Assignment(
                        assignment.column(), expressions.simplify(assignment.value())))
            .toList();
    return new BoundStatement.Update(
        update.table(),
        optimize(update.scan()),
        update.condition().map(expressions::simplify),
        assignments,
        update.returning().map(this::optimize));
  }

  private Returning optimize(Returning returning) {
    return new Returning(
        returning.rowColumns(),
        NodeExpressions.map(returning.projections(), expressions::simplify));
  }

  /** A plan that yields the same rows, with the same columns in the same order. */
  LogicalPlan optimize(LogicalPlan plan) {
    LogicalPlan shaped = repeat(plan, shape);
    LogicalPlan ranged = repeat(shaped, scans);
    return ranged == shaped ? shaped : repeat(ranged, shape);
  }

  private LogicalPlan repeat(LogicalPlan plan, List<PlanRule> rules) {
    LogicalPlan current = plan;
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      LogicalPlan changed = prune.apply(apply(current, rules));
      if (changed == current) {
        break;
      }
      current = changed;
    }
    return current;
  }

  /** Applies rules to all nodes of a plan, from the leaves up. */
  static LogicalPlan apply(LogicalPlan node, List<PlanRule> rules) {
    LogicalPlan result = node;
    if (!node.inputs().isEmpty()) {
      LogicalPlan input = node.inputs().get(0);
      LogicalPlan changed = apply(input, rules);
      result = changed == input ? node : node.withInputs(List.of(changed));
    }
    for (PlanRule rule : rules) {
      result = rule.apply(result);
    }
    return result;
  }
}
