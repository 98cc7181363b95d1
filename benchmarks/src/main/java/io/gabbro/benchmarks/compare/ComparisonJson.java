package io.gabbro.benchmarks.compare;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All figures of a comparison as JSON: seconds and bytes, nothing rounded. */
final class ComparisonJson {

  private final CompareOptions options;
  private final Map<Engine, EngineReport> reports;

  ComparisonJson(CompareOptions options, Map<Engine, EngineReport> reports) {
    this.options = options;
    this.reports = reports;
  }

  String text() {
    return object(
            Stream.of(
                field("rows", Long.toString(options.rows())),
                field("java", quote(Runtime.version().toString())),
                field("processors", "" + Runtime.getRuntime().availableProcessors()),
                field("heapMegabytes", "" + options.heapMegabytes()),
                field(
                    "engines",
                    object(
                        reports.entrySet().stream()
                            .map(e -> field(e.getKey().name(), engine(e.getValue())))))))
        + "\n";
  }

  private static String engine(EngineReport report) {
    return object(
        Stream.of(
            field(
                "workloads",
                object(
                    report.measurements().entrySet().stream()
                        .map(e -> field(e.getKey().id(), measurement(e.getValue()))))),
            field(
                "failures",
                object(
                    report.failures().entrySet().stream()
                        .map(e -> field(e.getKey().id(), quote(e.getValue()))))),
            field(
                "quantities",
                object(
                    Stream.of(EngineReport.Quantity.values())
                        .filter(quantity -> report.get(quantity).isPresent())
                        .map(
                            quantity ->
                                field(
                                    quantity.name().toLowerCase(Locale.ROOT),
                                    "" + report.get(quantity).getAsDouble()))))));
  }

  private static String measurement(Measurement measurement) {
    return object(
        Stream.of(
            field("median", "" + measurement.median()),
            field("percentile99", "" + measurement.percentile99()),
            field("first", "" + measurement.first()),
            field("runs", "" + measurement.runs())));
  }

  private static String object(Stream<String> fields) {
    return fields.collect(Collectors.joining(",", "{", "}"));
  }

  private static String field(String name, String value) {
    return quote(name) + ":" + value;
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
