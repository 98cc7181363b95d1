package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one {@link EngineProcess} is told.
 *
 * @param engine name of the engine
 * @param phase what to do
 * @param database directory of the database; empty before the load
 * @param data file of the rows
 * @param samples file of the keys to ask for
 * @param report file to write the result to
 * @param points measured calls of a point read or update
 * @param workloads what to measure in {@link EngineProcess.Phase#QUERY}, in order
 */
record ProcessTask(
    String engine,
    EngineProcess.Phase phase,
    Path database,
    Path data,
    Path samples,
    Path report,
    int points,
    List<Workload> workloads) {

  /** A range scan reads a thousand times as much as a point read; it is called less often. */
  private static final int POINTS_PER_RANGE = 20;

  /** How many calls of a point workload are measured. */
  int calls(Workload workload) {
    return workload == Workload.RANGE_SCAN ? points / POINTS_PER_RANGE : points;
  }

  /** Command-line arguments that {@link #parse} reads. */
  List<String> arguments() {
    return List.of(
        engine,
        phase.name(),
        database.toString(),
        data.toString(),
        samples.toString(),
        report.toString(),
        Integer.toString(points),
        workloads.stream().map(Workload::id).collect(Collectors.joining(",")));
  }

  static ProcessTask parse(String[] args) {
    return new ProcessTask(
        args[0],
        EngineProcess.Phase.valueOf(args[1]),
        Path.of(args[2]),
        Path.of(args[3]),
        Path.of(args[4]),
        Path.of(args[5]),
        Integer.parseInt(args[6]),
        Arrays.stream(args[7].split(","))
            .filter(id -> !id.isEmpty())
            .map(Workload::of)
            .collect(Collectors.toList()));
  }
}
