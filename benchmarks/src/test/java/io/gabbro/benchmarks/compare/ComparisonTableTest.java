package io.gabbro.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

  private static final CompareOptions OPTIONS =
      CompareOptions.parse(new String[] {"--workloads", "count"});

  private static EngineReport report(double loadSeconds, double countSeconds) {
    EngineReport report = new EngineReport();
    report.put(Workload.LOAD, Measurement.once(loadSeconds));
    report.put(Workload.COUNT, new Measurement(countSeconds, countSeconds, 0.5, 7));
    return report;
  }

  private static Map<Engine, EngineReport> reports() {
    EngineReport slow = report(1_234.5, 1);
    slow.measurements().remove(Workload.COUNT);
    slow.fail(Workload.COUNT, "> 900 s");
    Map<Engine, EngineReport> reports = new LinkedHashMap<>();
    reports.put(Engines.of("gabbro"), report(2, 0.004));
    reports.put(Engines.of("sqlite"), report(4, 0.002));
    reports.put(Engines.of("derby"), slow);
    reports.put(Engines.of("rocksdb"), report(1, 0.001));
    return reports;
  }

  private static List<String> rows() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ComparisonTable(OPTIONS, reports())
        .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceAll(" +", " "))
        .collect(Collectors.toList());
  }

  @Test
  void ratiosAreToTheBestPeer() {
    List<String> rows = rows();
    assertEquals("| | gabbro | sqlite | derby | rocksdb |", rows.get(0));
    assertEquals(
        "| batch load, all rows, s | 2.00 (0.50) | 4.00 (1.00) | 1,235 (309) | 1.00 (0.25) |",
        rows.get(2));
    assertEquals(
        "| COUNT(*), ms | 4.00 (2.00) | 2.00 (1.00) | > 900 s | 1.00 (0.50) |", rows.get(3));
    assertEquals(
        "| COUNT(*), first run, ms | 500 (1.00) | 500 (1.00) | > 900 s | 500 (1.00) |",
        rows.get(4));
  }

  @Test
  void jsonHasTheSameFigures() {
    String json = new ComparisonJson(OPTIONS, reports()).text();
    assertTrue(
        json.contains(
            "\"sqlite\":{\"workloads\":{\"load\":{\"median\":4.0,\"percentile99\":4.0,"
                + "\"first\":4.0,\"runs\":1},\"count\":{\"median\":0.002"),
        json);
    assertTrue(json.contains("\"failures\":{\"count\":\"> 900 s\"}"), json);
  }
}
