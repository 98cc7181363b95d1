package io.gabbro.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares the answers of all engines, workload by workload. */
final class Verification {

  private Verification() {}

  /**
   * What is wrong with the reports, a line each: engines that disagree with the majority, and
   * workloads that failed for another reason than time.
   */
  static List<String> check(Map<Engine, EngineReport> reports) {
    List<String> complaints = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      List<Answer> answers =
          reports.values().stream()
              .map(report -> report.answers().get(workload))
              .filter(Objects::nonNull)
              .toList();
      reports.forEach(
          (engine, report) -> {
            Answer answer = report.answers().get(workload);
            if (answer != null && 2 * agreeing(answer, answers) <= answers.size()) {
              complaints.add(
                  "WRONG: " + engine.name() + " answered " + workload.id() + " with " + answer);
            }
            String failure = report.failures().get(workload);
            if (failure != null && !failure.startsWith(">")) {
              complaints.add("FAILED: " + engine.name() + " " + workload.id() + ": " + failure);
            }
          });
    }
    return complaints;
  }

  private static long agreeing(Answer answer, List<Answer> answers) {
    return answers.stream().filter(answer::agreesWith).count();
  }
}
