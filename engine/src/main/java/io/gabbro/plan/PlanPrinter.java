package io.gabbro.plan;

import io.gabbro.plan.LogicalPlan.Aggregate;
import io.gabbro.plan.LogicalPlan.Filter;
import io.gabbro.plan.LogicalPlan.Limit;
import io.gabbro.plan.LogicalPlan.Project;
import io.gabbro.plan.LogicalPlan.Project.Projection;
import io.gabbro.plan.LogicalPlan.Sort;
import io.gabbro.plan.LogicalPlan.SystemScan;
import io.gabbro.plan.LogicalPlan.TableScan;
import io.gabbro.plan.LogicalPlan.TopN;
import io.gabbro.plan.LogicalPlan.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A plan as text: a line for each node, its details and then its inputs below it and indented. It
 * is the same for equal plans.
 *
 * <pre>
 * Project a, b + 1 AS c
 *   TableScan t
 *     columns: a, b
 *     keys: a &gt;= 5
 *     filter: b &lt;&gt; 3
 * </pre>
 */
public final class PlanPrinter {
  private static final String INDENT = "  ";

  private final Function<LogicalPlan, List<String>> annotations;
  private final StringBuilder text = new StringBuilder();

  private PlanPrinter(Function<LogicalPlan, List<String>> annotations) {
    this.annotations = annotations;
  }

  /** A plan. */
  public static String print(LogicalPlan plan) {
    return print(plan, node -> List.of());
  }

  /**
   * A plan with remarks at its nodes, such as numbers of rows.
   *
   * @param annotations what to write in parentheses behind a node; an empty list for nothing
   */
  public static String print(LogicalPlan plan, Function<LogicalPlan, List<String>> annotations) {
    PlanPrinter printer = new PlanPrinter(annotations);
    printer.node(plan, "");
    return printer.text.toString();
  }

  /**
   * A statement that has a plan.
   *
   * @param annotations as for {@link #print(LogicalPlan, Function)}
   */
  public static String print(
      BoundStatement statement, Function<LogicalPlan, List<String>> annotations) {
    PlanPrinter printer = new PlanPrinter(annotations);
    new StatementPrinter(printer).print(statement);
    return printer.text.toString();
  }

  /** A line. */
  void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }

  /** A node and what is below it. */
  void node(LogicalPlan plan, String indent) {
    List<String> remarks = annotations.apply(plan);
    String end = remarks.isEmpty() ? "" : " (" + String.join(", ", remarks) + ")";
    line(indent, head(plan) + end);
    String inner = indent + INDENT;
    if (plan instanceof TableScan scan) {
      scan(scan, inner);
    } else if (plan instanceof Aggregate aggregate) {
      aggregate(aggregate, inner);
    }
    plan.inputs().forEach(input -> node(input, inner));
  }

  private static String head(LogicalPlan plan) {
    if (plan instanceof Values values) {
      int rows = values.rows().size();
      return "Values " + rows + (rows == 1 ? " row" : " rows");
    }
    if (plan instanceof TableScan scan) {
      return "TableScan " + scan.table().name();
    }
    if (plan instanceof SystemScan scan) {
      return "SystemScan " + SystemTable.SCHEMA + "." + scan.table().tableName();
    }
    if (plan instanceof Filter filter) {
      return "Filter " + ExpressionPrinter.print(filter.condition());
    }
    if (plan instanceof Project project) {
      return "Project " + projections(project.projections());
    }
    if (plan instanceof Aggregate aggregate) {
      return aggregate.aggregates().isEmpty() ? "Distinct" : "Aggregate";
    }
    if (plan instanceof Sort sort) {
      return "Sort " + sortKeys(sort.keys());
    }
    if (plan instanceof Limit limit) {
      return "Limit" + count("", limit.limit()) + count("offset ", limit.offset());
    }
    TopN top = (TopN) plan;
    return "TopN"
        + count("", Optional.of(top.limit()))
        + count("offset ", top.offset())
        + " by "
        + sortKeys(top.keys());
  }

  private static String count(String prefix, Optional<BoundExpression> count) {
    return count.map(c -> " " + prefix + ExpressionPrinter.print(c)).orElse("");
  }

  private void scan(TableScan scan, String indent) {
    String columns =
        scan.columns().stream()
            .map(column -> named(column.output().name(), sourceName(scan, column)))
            .collect(Collectors.joining(", "));
    line(indent, "columns: " + (columns.isEmpty() ? "none" : columns));
    line(indent, "keys: " + KeyAccessPrinter.print(scan));
    if (scan.order() != KeyOrder.ANY) {
      line(indent, "order: " + scan.order().name().toLowerCase(Locale.ROOT));
    }
    scan.filter().ifPresent(f -> line(indent, "filter: " + ExpressionPrinter.print(f)));
  }

  private static String sourceName(TableScan scan, TableScan.ScanColumn column) {
    return column.column() < 0
        ? column.output().name()
        : scan.table().columns().get(column.column()).name();
  }

  private void aggregate(Aggregate aggregate, String indent) {
    if (!aggregate.keys().isEmpty()) {
      line(indent, "keys: " + projections(aggregate.keys()));
    }
    if (!aggregate.aggregates().isEmpty()) {
      line(
          indent,
          "aggregates: "
              + aggregate.aggregates().stream()
                  .map(PlanPrinter::call)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String call(AggregateCall call) {
    String arguments = ExpressionPrinter.list(call.arguments());
    String inside = call.distinct() ? "DISTINCT " + arguments : arguments;
    if (call.arguments().isEmpty()) {
      inside = "*";
    }
    String order = call.orderBy().isEmpty() ? "" : " ORDER BY " + sortKeys(call.orderBy());
    String filter =
        call.filter().map(f -> " FILTER (WHERE " + ExpressionPrinter.print(f) + ")").orElse("");
    return call.name() + "(" + inside + order + ")" + filter;
  }

  private static String projections(List<Projection> projections) {
    return projections.stream().map(PlanPrinter::projection).collect(Collectors.joining(", "));
  }

  /** A value with the name that it gets. */
  static String projection(Projection projection) {
    return named(projection.output().name(), ExpressionPrinter.print(projection.value()));
  }

  private static String named(String name, String value) {
    return name.equals(value) ? value : value + " AS " + name;
  }

  private static String sortKeys(List<SortKey> keys) {
    return keys.stream().map(PlanPrinter::sortKey).collect(Collectors.joining(", "));
  }

  private static String sortKey(SortKey key) {
    String nulls =
        key.nullsFirst() == key.descending()
            ? ""
            : key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
    return ExpressionPrinter.print(key.value()) + (key.descending() ? " DESC" : "") + nulls;
  }
}
