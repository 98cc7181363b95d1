package io.gabbro.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gabbro.benchmarks.LineItems;
import io.gabbro.benchmarks.data.LineItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every engine does every workload on a small table, and all give the same answers. */
class EnginesAgreeTest {

  private static final int ROWS = 500;
  private static final int CALLS = 20;

  @Test
  void everyEngineGivesTheSameAnswers(@TempDir Path directory) throws Exception {
    System.setProperty("derby.stream.error.file", directory.resolve("derby.log").toString());
    List<LineItem> rows = LineItems.random(ROWS, 1);
    Map<Engine, EngineReport> reports = new LinkedHashMap<>();
    for (Engine engine : Engines.all()) {
      Path database = Files.createDirectories(directory.resolve(engine.name()));
      EngineReport report = new EngineReport();
      run(engine, database, rows).forEach((workload, answer) -> report.put(workload, answer));
      reports.put(engine, report);
    }
    assertEquals(List.of(), Verification.check(reports));
  }

  private static Map<Workload, Answer> run(Engine engine, Path database, List<LineItem> rows)
      throws Exception {
    try (Subject subject = engine.open(database);
        Loader loader = subject.loader()) {
      loader.append(rows.subList(0, ROWS / 2));
      loader.append(rows.subList(ROWS / 2, ROWS));
    }
    Map<Workload, Answer> answers = new EnumMap<>(Workload.class);
    try (Subject subject = engine.open(database)) {
      for (Workload workload : Workload.values()) {
        Optional<Operation> prepared = subject.prepare(workload, samples(rows));
        if (prepared.isPresent()) {
          answers.put(
              workload, answer(prepared.get(), workload.kind() == Workload.Kind.POINT ? CALLS : 1));
        }
      }
    }
    return answers;
  }

  private static Answer answer(Operation operation, int calls) throws Exception {
    Answer answer = new Answer();
    try (operation) {
      for (int call = 0; call < calls; call++) {
        operation.run(call, answer);
      }
    }
    return answer;
  }

  private static Samples samples(List<LineItem> rows) {
    Samples samples =
        new Samples(
            new long[Samples.COUNT],
            new int[Samples.COUNT],
            new long[Samples.COUNT],
            new long[Samples.COUNT]);
    for (int i = 0; i < CALLS; i++) {
      samples.orderKeys()[i] = rows.get(i * 17).orderKey();
      samples.lineNumbers()[i] = rows.get(i * 17).lineNumber();
      samples.firstOrders()[i] = i;
      samples.lastOrders()[i] = i + 30L;
    }
    return samples;
  }
}
