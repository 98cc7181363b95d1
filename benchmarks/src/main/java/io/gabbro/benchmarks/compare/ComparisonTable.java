package io.gabbro.benchmarks.compare;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Prints all figures as a Markdown table, an engine a column. In parentheses stands the ratio to
 * the best peer: 2 means twice as slow or large, 0.5 half.
 */
final class ComparisonTable {

  private final CompareOptions options;
  private final Map<Engine, EngineReport> reports;

  ComparisonTable(CompareOptions options, Map<Engine, EngineReport> reports) {
    this.options = options;
    this.reports = reports;
  }

  void print(PrintStream out) {
    List<List<String>> cells = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of(""));
    reports.keySet().forEach(engine -> heading.add(engine.name()));
    cells.add(heading);
    for (ReportLine line : ReportLine.of(options.workloads())) {
      cells.add(row(line));
    }
    int[] widths = widths(cells);
    for (int i = 0; i < cells.size(); i++) {
      out.println(pad(cells.get(i), widths));
      if (i == 0) {
        out.println(rule(widths));
      }
    }
  }

  private List<String> row(ReportLine line) {
    OptionalDouble best = bestPeer(line);
    List<String> row = new ArrayList<>(List.of(line.title()));
    for (EngineReport report : reports.values()) {
      OptionalDouble figure = line.figure().apply(report);
      String ratio =
          figure.isPresent() && best.isPresent() && best.getAsDouble() > 0
              ? " (" + Figures.format(figure.getAsDouble() / best.getAsDouble()) + ")"
              : "";
      row.add(line.text(report) + ratio);
    }
    return row;
  }

  private OptionalDouble bestPeer(ReportLine line) {
    return reports.entrySet().stream()
        .filter(entry -> entry.getKey().role() == Engine.Role.PEER)
        .map(entry -> line.figure().apply(entry.getValue()))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .min();
  }

  private static int[] widths(List<List<String>> cells) {
    int[] widths = new int[cells.get(0).size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static String pad(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - row.get(i).length());
      line.append(' ').append(i == 0 ? row.get(i) + blanks : blanks + row.get(i)).append(" |");
    }
    return line.toString();
  }

  private static String rule(int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      line.append("-".repeat(widths[i] + 1)).append(i == 0 ? "-|" : ":|");
    }
    return line.toString();
  }
}
