package io.gabbro.benchmarks.compare;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command line of {@code dev/compare}.
 *
 * @param rows rows of {@code lineitem}
 * @param engines in the order of the report
 * @param workloads what to measure; the load always runs
 * @param json where to write the figures, if anywhere
 * @param directory where data and databases go
 * @param heapMegabytes {@code -Xmx} of each engine's process
 * @param timeoutSeconds after which a process is stopped
 * @param points measured calls of a point workload
 * @param opens processes that measure the opening
 * @param keep whether the databases stay
 */
record CompareOptions(
    long rows,
    List<Engine> engines,
    Set<Workload> workloads,
    Optional<Path> json,
    Path directory,
    int heapMegabytes,
    long timeoutSeconds,
    int points,
    int opens,
    boolean keep) {

  /** How to call the command, option by option. */
  static String usage() {
    return String.format(
        Locale.ROOT,
        """
        usage: dev/compare [option...]
          --rows N            rows of lineitem (default 2000000)
          --engines a,b       of: %s (default: all)
          --workloads a,b     of: %s (default: all)
          --json FILE         also write all figures to FILE
          --directory DIR     where data and databases go (default benchmarks/target/compare)
          --heap MB           -Xmx of each engine's process (default 2048)
          --timeout SECONDS   per process (default 900)
          --points N          measured calls of a point workload (default 20000)
          --opens N           processes that measure open to first row (default 5)
          --keep              leave the databases behind
        """,
        Engines.all().stream().map(Engine::name).collect(Collectors.joining(", ")),
        Arrays.stream(Workload.values()).map(Workload::id).collect(Collectors.joining(", ")));
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException on an unknown option, engine or workload
   */
  static CompareOptions parse(String[] args) {
    Arguments arguments = new Arguments(args);
    CompareOptions options =
        new CompareOptions(
            arguments.number("--rows", 2_000_000),
            arguments.text("--engines").map(CompareOptions::engines).orElse(Engines.all()),
            arguments
                .text("--workloads")
                .map(CompareOptions::workloads)
                .orElse(EnumSet.allOf(Workload.class)),
            arguments.text("--json").map(Path::of),
            Path.of(arguments.text("--directory").orElse("benchmarks/target/compare")),
            Math.toIntExact(arguments.number("--heap", 2048)),
            arguments.number("--timeout", 900),
            Math.toIntExact(arguments.number("--points", 20_000)),
            Math.toIntExact(arguments.number("--opens", 5)),
            arguments.flag("--keep"));
    arguments.expectNoMore();
    return options;
  }

  private static List<Engine> engines(String names) {
    return Arrays.stream(names.split(",")).map(Engines::of).collect(Collectors.toList());
  }

  private static Set<Workload> workloads(String ids) {
    return Arrays.stream(ids.split(","))
        .map(Workload::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Workload.class)));
  }
}
