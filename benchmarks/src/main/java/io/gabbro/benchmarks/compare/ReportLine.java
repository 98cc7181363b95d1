package io.gabbro.benchmarks.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One line of the table: a figure that each engine has or has not. Less is better in all of them.
 *
 * @param title what the figure is, with its unit
 * @param workload the workload it belongs to, or null
 * @param figure takes the figure out of a report, in the unit of the title
 */
record ReportLine(String title, Workload workload, Function<EngineReport, OptionalDouble> figure) {

  private static final double MEGABYTE = 1e6;

  /** The lines for these workloads: medians first, then what medians hide, then space. */
  static List<ReportLine> of(Set<Workload> selected) {
    Set<Workload> workloads = EnumSet.of(Workload.LOAD);
    workloads.addAll(selected);
    List<ReportLine> lines = new ArrayList<>();
    for (Workload workload : workloads) {
      lines.add(time(workload, "", Measurement::median));
    }
    for (Workload workload : workloads) {
      if (workload.kind() == Workload.Kind.POINT) {
        lines.add(time(workload, ", 99th percentile", Measurement::percentile99));
      }
    }
    for (Workload workload : workloads) {
      if (workload.kind() == Workload.Kind.QUERY) {
        lines.add(time(workload, ", first run", Measurement::first));
      }
    }
    lines.add(quantity("clean close after the load, s", EngineReport.Quantity.CLOSE_AFTER_LOAD, 1));
    lines.add(
        quantity("on disk after the load, MB", EngineReport.Quantity.SIZE_AFTER_LOAD, MEGABYTE));
    lines.add(
        quantity(
            "on disk after all workloads, MB", EngineReport.Quantity.SIZE_AFTER_QUERIES, MEGABYTE));
    lines.add(
        quantity("peak memory of the load, MB", EngineReport.Quantity.MEMORY_OF_LOAD, MEGABYTE));
    lines.add(
        quantity(
            "peak memory of the workloads, MB", EngineReport.Quantity.MEMORY_OF_QUERIES, MEGABYTE));
    return lines;
  }

  private static ReportLine time(
      Workload workload, String suffix, ToDoubleFunction<Measurement> part) {
    String unit = unit(workload);
    double perSecond =
        switch (unit) {
          case "s" -> 1;
          case "ms" -> 1e3;
          default -> 1e6;
        };
    return new ReportLine(
        workload.title() + suffix + ", " + unit,
        workload,
        report -> {
          Measurement measurement = report.measurements().get(workload);
          return measurement == null
              ? OptionalDouble.empty()
              : OptionalDouble.of(part.applyAsDouble(measurement) * perSecond);
        });
  }

  private static String unit(Workload workload) {
    return switch (workload.kind()) {
      case LOAD -> "s";
      case OPEN, QUERY -> "ms";
      case POINT, COMMIT -> "µs";
    };
  }

  private static ReportLine quantity(String title, EngineReport.Quantity quantity, double divisor) {
    return new ReportLine(
        title,
        null,
        report -> {
          OptionalDouble value = report.get(quantity);
          return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / divisor) : value;
        });
  }

  /** The figure of an engine, or why there is none. */
  String text(EngineReport report) {
    OptionalDouble value = figure.apply(report);
    if (value.isPresent()) {
      return Figures.format(value.getAsDouble());
    }
    return workload == null ? "–" : report.failures().getOrDefault(workload, "–");
  }
}
