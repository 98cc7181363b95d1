package io.gabbro.benchmarks.compare;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;

/**
 * What the processes of one engine found out. A process writes its part to a file; the comparison
 * merges the parts.
 */
final class EngineReport {

  private final Map<Workload, Measurement> measurements = new EnumMap<>(Workload.class);
  private final Map<Workload, Answer> answers = new EnumMap<>(Workload.class);
  private final Map<Workload, String> failures = new EnumMap<>(Workload.class);
  private final Map<Quantity, Double> quantities = new EnumMap<>(Quantity.class);

  /** Numbers that are not the time of a workload. */
  enum Quantity {
    /** Seconds that a clean close took after the load. */
    CLOSE_AFTER_LOAD,
    /** Bytes on disk after the load and a clean close. */
    SIZE_AFTER_LOAD,
    /** Bytes on disk after all workloads and a clean close. */
    SIZE_AFTER_QUERIES,
    /** High-water mark of the resident set of the loading process, in bytes. */
    MEMORY_OF_LOAD,
    /** High-water mark of the resident set of the querying process, in bytes. */
    MEMORY_OF_QUERIES
  }

  void put(Workload workload, Measurement measurement) {
    measurements.put(workload, measurement);
  }

  void put(Workload workload, Answer answer) {
    answers.put(workload, answer);
  }

  void put(Quantity quantity, double value) {
    quantities.put(quantity, value);
  }

  /** Says why a workload has no measurement. */
  void fail(Workload workload, String reason) {
    failures.put(workload, reason);
  }

  Map<Workload, Measurement> measurements() {
    return measurements;
  }

  Map<Workload, Answer> answers() {
    return answers;
  }

  Map<Workload, String> failures() {
    return failures;
  }

  OptionalDouble get(Quantity quantity) {
    Double value = quantities.get(quantity);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  void merge(EngineReport part) {
    measurements.putAll(part.measurements);
    answers.putAll(part.answers);
    failures.putAll(part.failures);
    quantities.putAll(part.quantities);
  }

  void write(Path file) throws IOException {
    Properties lines = new Properties();
    measurements.forEach(
        (workload, m) ->
            lines.setProperty(
                "time." + workload.id(),
                m.median() + " " + m.percentile99() + " " + m.first() + " " + m.runs()));
    answers.forEach(
        (workload, answer) -> lines.setProperty("answer." + workload.id(), "" + answer));
    failures.forEach((workload, reason) -> lines.setProperty("failure." + workload.id(), reason));
    quantities.forEach((quantity, value) -> lines.setProperty("quantity." + quantity, "" + value));
    try (Writer writer = Files.newBufferedWriter(file)) {
      lines.store(writer, null);
    }
  }

  static EngineReport read(Path file) throws IOException {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    }
    EngineReport report = new EngineReport();
    for (String line : lines.stringPropertyNames()) {
      int dot = line.indexOf('.');
      report.parse(line.substring(0, dot), line.substring(dot + 1), lines.getProperty(line));
    }
    return report;
  }

  private void parse(String kind, String name, String value) {
    switch (kind) {
      case "time" -> put(Workload.of(name), parseMeasurement(value));
      case "answer" -> put(Workload.of(name), Answer.parse(value));
      case "failure" -> fail(Workload.of(name), value);
      case "quantity" -> put(Quantity.valueOf(name), Double.parseDouble(value));
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private static Measurement parseMeasurement(String text) {
    String[] parts = text.split(" ");
    return new Measurement(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Integer.parseInt(parts[3]));
  }
}
