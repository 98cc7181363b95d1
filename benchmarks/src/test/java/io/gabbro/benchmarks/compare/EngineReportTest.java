package io.gabbro.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineReportTest {

  @Test
  void aFileKeepsEverything(@TempDir Path directory) throws IOException {
    EngineReport report = new EngineReport();
    Answer answer = new Answer();
    answer.addExact(0, 42L);
    Measurement measurement = Measurement.of(9, new double[] {3, 1, 2});
    report.put(Workload.TOP, measurement);
    report.put(Workload.TOP, answer);
    report.put(EngineReport.Quantity.SIZE_AFTER_LOAD, 1e9);
    report.fail(Workload.LIKE, "a = b: c\nd");
    report.write(directory.resolve("report"));
    EngineReport read = EngineReport.read(directory.resolve("report"));
    assertEquals(Map.of(Workload.TOP, measurement), read.measurements());
    assertTrue(answer.agreesWith(read.answers().get(Workload.TOP)));
    assertEquals(OptionalDouble.of(1e9), read.get(EngineReport.Quantity.SIZE_AFTER_LOAD));
    assertEquals(Map.of(Workload.LIKE, "a = b: c\nd"), read.failures());
  }

  @Test
  void theMedianIsTheMiddle() {
    assertEquals(2, Measurement.of(9, new double[] {3, 1, 2}).median());
  }
}
