package io.gabbro.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the page of the SQL reference that lists all functions. */
final class FunctionReference {
  private static final String INTRODUCTION =
      """
      # Functions and operators

      All functions, operators and aggregates, with an example and its result as text. The examples
      run as tests. This page is written by `FunctionReferenceTest` from the registry of functions;
      `-Dtests.update=true` writes it again.

      What holds for all of them:

      - A function or operator gives `NULL` when an argument is `NULL`, unless its description says
        otherwise.
      - Arguments turn into wider types where that is needed: integers into wider integers, then into
        `NUMERIC`, `REAL` and `DOUBLE PRECISION`; `CHAR` into `VARCHAR`; `DATE` into `TIMESTAMP` and
        that into `TIMESTAMP WITH TIME ZONE`; `TIME` into `INTERVAL`. Nothing else turns into anything
        without `CAST`, except that a string literal takes the type that its place asks for.
      - A result that does not fit into its type is an error (SQLSTATE `22003`, for dates and intervals
        `22008`), and so is a division by zero (`22012`), also for `DOUBLE PRECISION`.
      - `NUMERIC` is exact to 38 digits. A sum has the greater scale of its operands; a product the
        sum of their scales, or less, rounded half away from zero, where 38 digits are not enough; a
        quotient 16 digits behind the point, or the scale of an operand where that is greater.
      - Roots, powers, logarithms, trigonometric functions, `VARIANCE` and `STDDEV` compute in `DOUBLE
        PRECISION` whatever the type of their argument.
      - Positions and lengths of texts count characters (Unicode code points), from 1.
      """;

  private FunctionReference() {}

  private record Entry(String name, Documentation documentation) {}

  /** The page. */
  static String markdown(FunctionRegistry registry) {
    List<Entry> entries = new ArrayList<>();
    for (ScalarFunction function : registry.scalars()) {
      entries.add(new Entry(function.name(), function.documentation()));
    }
    for (AggregateFunction function : registry.aggregates()) {
      entries.add(new Entry(function.name(), function.documentation()));
    }
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Topic topic : Topic.values()) {
      page.append("\n## ").append(topic.title()).append("\n\n");
      page.append("| Function | Description | Example | Result |\n|---|---|---|---|\n");
      entries.stream()
          .filter(entry -> entry.documentation().topic() == topic)
          .sorted(Comparator.comparing(Entry::name))
          .forEach(entry -> page.append(line(entry.documentation())));
    }
    return page.toString();
  }

  private static String line(Documentation documentation) {
    return "| "
        + code(documentation.usage())
        + " | "
        + documentation.description().replace("|", "\\|")
        + " | "
        + code(documentation.example())
        + " | "
        + code(documentation.result())
        + " |\n";
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
  }
}
