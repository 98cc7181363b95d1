package io.gabbro.benchmarks.compare;

import io.gabbro.benchmarks.StandardOutput;
import io.gabbro.benchmarks.data.LineItemFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The comparison of Gabbro with other embedded databases.
 *
 * <p>Exit status: 0 if every engine answered every workload alike, 1 if answers differ or a
 * workload failed, 2 on a wrong command line. An engine that is too slow is not a failure.
 */
public final class Compare {

  private Compare() {}

  /** Runs the comparison; {@link CompareOptions#usage} lists the arguments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = StandardOutput.open();
    CompareOptions options;
    try {
      options = CompareOptions.parse(args);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(CompareOptions.usage());
      System.exit(2);
      return;
    }
    System.exit(compare(options, out) ? 0 : 1);
  }

  private static boolean compare(CompareOptions options, PrintStream out)
      throws IOException, InterruptedException {
    out.println("generating " + options.rows() + " rows");
    Path data = LineItemFile.require(options.directory(), options.rows());
    Path samples = options.directory().resolve("samples-" + options.rows() + ".bin");
    Samples.write(data, samples);
    EngineRunner runner = new EngineRunner(options, data, samples);
    Map<Engine, EngineReport> reports = new LinkedHashMap<>();
    for (Engine engine : options.engines()) {
      out.println("running " + engine.name());
      reports.put(engine, runner.run(engine));
    }
    List<String> complaints = Verification.check(reports);
    out.println();
    new ComparisonTable(options, reports).print(out);
    if (options.json().isPresent()) {
      Files.writeString(options.json().get(), new ComparisonJson(options, reports).text());
    }
    for (String complaint : complaints) {
      out.println(complaint);
    }
    return complaints.isEmpty();
  }
}
