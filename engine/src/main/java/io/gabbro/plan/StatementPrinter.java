package io.gabbro.plan;

import io.gabbro.ast.IfLocked;
import io.gabbro.plan.BoundStatement.Returning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plans of statements: a line for what is done with the rows, and below it their plan. */
final class StatementPrinter {
  private static final String INDENT = "  ";

  private final PlanPrinter plans;

  StatementPrinter(PlanPrinter plans) {
    this.plans = plans;
  }

  void print(BoundStatement statement) {
    if (statement instanceof BoundStatement.Query query) {
      plans.node(query.plan(), "");
    } else if (statement instanceof BoundStatement.Insert insert) {
      write("Insert into " + insert.table().name(), List.of(), insert.returning(), insert.input());
    } else if (statement instanceof BoundStatement.Update update) {
      write(
          "Update " + update.table().name(),
          List.of("set: " + assignments(update)),
          update.returning(),
          update.scan());
    } else if (statement instanceof BoundStatement.Delete delete) {
      write("Delete from " + delete.table().name(), List.of(), delete.returning(), delete.scan());
    } else if (statement instanceof BoundStatement.LockRows lock) {
      write(
          "Lock rows of " + lock.table().name(),
          details(lock),
          Optional.of(lock.result()),
          lock.scan());
    } else if (statement instanceof BoundStatement.CopyTo copy) {
      write("Copy to file", List.of(), Optional.empty(), copy.plan());
    } else if (statement instanceof BoundStatement.Explain explain) {
      print(explain.statement());
    } else {
      throw new IllegalArgumentException("a statement without a plan: " + statement);
    }
  }

  private static String assignments(BoundStatement.Update update) {
    return update.assignments().stream()
        .map(
            a ->
                update.table().columns().get(a.column()).name()
                    + " = "
                    + ExpressionPrinter.print(a.value()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> details(BoundStatement.LockRows lock) {
    List<String> details = new ArrayList<>();
    if (lock.ifLocked() != IfLocked.WAIT) {
      details.add("locked rows: " + (lock.ifLocked() == IfLocked.NOWAIT ? "fail" : "skip"));
    }
    lock.limit().ifPresent(limit -> details.add("limit: " + ExpressionPrinter.print(limit)));
    lock.offset().ifPresent(offset -> details.add("offset: " + ExpressionPrinter.print(offset)));
    return details;
  }

  private void write(
      String head, List<String> details, Optional<Returning> returning, LogicalPlan input) {
    plans.line("", head);
    details.forEach(detail -> plans.line(INDENT, detail));
    returning.ifPresent(
        r ->
            plans.line(
                INDENT,
                "returning: "
                    + r.projections().stream()
                        .map(PlanPrinter::projection)
                        .collect(Collectors.joining(", "))));
    plans.node(input, INDENT);
  }
}
