package io.gabbro.plan.binder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.function.builtin.BuiltinFunctions;
import io.gabbro.parser.SqlParser;
import io.gabbro.plan.BoundExpression;
import io.gabbro.plan.BoundStatement;
import io.gabbro.plan.LogicalPlan;
import io.gabbro.plan.PlanColumn;
import io.gabbro.plan.PlanPrinter;
import io.gabbro.type.SqlType;
import java.util.List;
import java.util.stream.Collectors;

/** Binds SQL over {@link TestTables}. */
public final class Bindings {
  private static final char MARK = '¦';

  private Bindings() {}

  /** A bound statement. */
  public static BoundStatement.Bound bind(String sql, SqlType... hints) {
    return new Binder(TestTables.catalog(), BuiltinFunctions.registry())
        .bind(SqlParser.parseStatement(sql), List.of(hints));
  }

  /** The plan of a query. */
  public static LogicalPlan plan(String sql) {
    return ((BoundStatement.Query) bind(sql).statement()).plan();
  }

  /** The printed plan of a statement. */
  static String printed(String sql) {
    return PlanPrinter.print(bind(sql).statement(), node -> List.of());
  }

  /** The columns of a query with their types: {@code a integer, b text}. */
  static String columns(String sql) {
    return plan(sql).output().stream()
        .map(column -> column.name() + " " + column.type())
        .collect(Collectors.joining(", "));
  }

  /** The names of the columns of a query. */
  static List<String> names(String sql) {
    return plan(sql).output().stream().map(PlanColumn::name).toList();
  }

  /** The expression of {@code SELECT expression FROM t}. */
  static BoundExpression expression(String expression) {
    LogicalPlan plan = plan("SELECT " + expression + " FROM t");
    return ((LogicalPlan.Project) plan).projections().get(0).value();
  }

  /** That expression, printed. */
  static String text(String expression) {
    String head = printed("SELECT " + expression + " AS result FROM t").lines().iterator().next();
    return head.substring("Project ".length()).replaceFirst(" AS result$", "");
  }

  /**
   * Asserts that a statement does not bind.
   *
   * @param marked the statement, with a bar where the error stands
   */
  static GabbroException assertFails(ErrorCode code, String marked, SqlType... hints) {
    int offset = marked.indexOf(MARK);
    String sql = marked.replace(String.valueOf(MARK), "");
    GabbroException error = assertThrows(GabbroException.class, () -> bind(sql, hints), sql);
    assertEquals(code, error.code(), () -> sql + ": " + error.getMessage());
    assertEquals(offset, error.position().orElseThrow().offset(), () -> sql + ": position");
    return error;
  }
}
