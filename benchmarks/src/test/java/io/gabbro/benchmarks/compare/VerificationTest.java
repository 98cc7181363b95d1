package io.gabbro.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerificationTest {

  private static final List<Engine> ENGINES =
      List.of(Engines.of("h2"), Engines.of("sqlite"), Engines.of("derby"));

  private static EngineReport counted(long rows) {
    Answer answer = new Answer();
    answer.addExact(0, rows);
    EngineReport report = new EngineReport();
    report.put(Workload.COUNT, answer);
    return report;
  }

  private static List<String> check(EngineReport... reports) {
    Map<Engine, EngineReport> byEngine = new LinkedHashMap<>();
    for (int i = 0; i < reports.length; i++) {
      byEngine.put(ENGINES.get(i), reports[i]);
    }
    return Verification.check(byEngine);
  }

  @Test
  void equalAnswersAreFine() {
    assertEquals(List.of(), check(counted(7), counted(7)));
  }

  @Test
  void theMinorityIsWrong() {
    assertEquals(
        List.of("WRONG: sqlite answered count with 8.0;"),
        check(counted(7), counted(8), counted(7)));
  }

  @Test
  void withoutMajorityNobodyIsRight() {
    assertEquals(2, check(counted(7), counted(8)).size());
  }

  @Test
  void beingTooSlowIsNoFailure() {
    EngineReport slow = counted(7);
    slow.fail(Workload.LIKE, "> 900 s");
    EngineReport broken = counted(7);
    broken.fail(Workload.LIKE, "java.sql.SQLException: no");
    assertEquals(List.of("FAILED: sqlite like: java.sql.SQLException: no"), check(slow, broken));
  }
}
