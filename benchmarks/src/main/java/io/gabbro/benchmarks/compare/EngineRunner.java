package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs the processes of one engine, one after another, and merges what they report. */
final class EngineRunner {

  private final CompareOptions options;
  private final Path data;
  private final Path samples;

  EngineRunner(CompareOptions options, Path data, Path samples) {
    this.options = options;
    this.data = data;
    this.samples = samples;
  }

  EngineReport run(Engine engine) throws IOException, InterruptedException {
    Path home = options.directory().resolve("engine-" + engine.name());
    Directories.delete(home);
    Files.createDirectories(home.resolve("database"));
    EngineReport report = new EngineReport();
    if (runPhase(engine, home, EngineProcess.Phase.LOAD, Workload.LOAD, report)) {
      if (options.workloads().contains(Workload.OPEN)) {
        open(engine, home, report);
      }
      if (!queries().isEmpty()) {
        runPhase(engine, home, EngineProcess.Phase.QUERY, queries().get(0), report);
      }
      if (!commits().isEmpty() && engine.synced().isPresent()) {
        runPhase(engine, home, EngineProcess.Phase.COMMIT, commits().get(0), report);
      }
    }
    if (!options.keep()) {
      Directories.delete(home);
    }
    return report;
  }

  private List<Workload> queries() {
    return options.workloads().stream()
        .filter(w -> w.kind() == Workload.Kind.POINT || w.kind() == Workload.Kind.QUERY)
        .collect(Collectors.toList());
  }

  private List<Workload> commits() {
    return options.workloads().stream().filter(w -> w.kind() == Workload.Kind.COMMIT).toList();
  }

  private List<Workload> workloads(EngineProcess.Phase phase) {
    return phase == EngineProcess.Phase.COMMIT ? commits() : queries();
  }

  /** The median of several processes; the first opens files that nobody has read yet. */
  private void open(Engine engine, Path home, EngineReport report)
      throws IOException, InterruptedException {
    double[] seconds = new double[options.opens()];
    double first = 0;
    for (int i = 0; i < options.opens(); i++) {
      if (!runPhase(engine, home, EngineProcess.Phase.OPEN, Workload.OPEN, report)) {
        return;
      }
      seconds[i] = report.measurements().get(Workload.OPEN).first();
      first = i == 0 ? seconds[0] : first;
    }
    report.put(Workload.OPEN, Measurement.of(first, seconds));
  }

  /**
   * Runs one process and merges its report.
   *
   * @param blamed the workload that fails if the process leaves no report
   * @return whether the process ended by itself and well
   */
  private boolean runPhase(
      Engine engine, Path home, EngineProcess.Phase phase, Workload blamed, EngineReport report)
      throws IOException, InterruptedException {
    Path file = home.resolve("report.properties");
    Files.deleteIfExists(file);
    ProcessTask task =
        new ProcessTask(
            engine.name(),
            phase,
            Files.createDirectories(
                home.resolve(phase == EngineProcess.Phase.COMMIT ? "commits" : "database")),
            data,
            samples,
            file,
            options.points(),
            workloads(phase));
    Process process =
        new ProcessBuilder(command(engine, task))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    options.directory().resolve(engine.name() + ".log").toFile()))
            .start();
    boolean ended = process.waitFor(options.timeoutSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    if (Files.exists(file)) {
      report.merge(EngineReport.read(file));
    }
    if (ended && process.exitValue() == 0) {
      return true;
    }
    report.fail(
        unfinished(phase, blamed, report),
        ended ? "failed" : "> " + options.timeoutSeconds() + " s");
    return false;
  }

  /** The first workload of the phase that has no measurement. */
  private Workload unfinished(EngineProcess.Phase phase, Workload blamed, EngineReport report) {
    if (phase != EngineProcess.Phase.QUERY && phase != EngineProcess.Phase.COMMIT) {
      return blamed;
    }
    return workloads(phase).stream()
        .filter(w -> !report.measurements().containsKey(w) && !report.failures().containsKey(w))
        .findFirst()
        .orElse(blamed);
  }

  private List<String> command(Engine engine, ProcessTask task) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + options.heapMegabytes() + "m");
    command.add("-Duser.timezone=UTC");
    command.addAll(nativeAccess());
    command.addAll(engine.processFlags(task.phase() == EngineProcess.Phase.COMMIT));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(EngineProcess.class.getName());
    command.addAll(task.arguments());
    return command;
  }

  /** Newer runtimes warn about native libraries unless they are told. */
  private static List<String> nativeAccess() {
    return Runtime.version().feature() < 22
        ? List.of()
        : List.of("--enable-native-access=ALL-UNNAMED");
  }
}
