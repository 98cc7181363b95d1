package io.gabbro.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a {@link Mutator} in JVMs of its own. */
final class MutationTester {
  private final Path directory;

  /** A tester that keeps its files in an empty directory. */
  MutationTester(Path directory) {
    this.directory = directory;
  }

  /**
   * Tries mutations.
   *
   * @param first the number of the first mutation of the seed
   * @return the outcomes by kind
   * @throws AssertionError when one fails, with the seed and the mutation
   */
  String run(int mutations, long seconds, long seed, int first)
      throws IOException, InterruptedException {
    if (!Files.exists(directory.resolve("ends"))) {
      start(Specimen.class, List.of());
    }
    return start(Mutator.class, List.of("" + mutations, "" + seconds, "" + seed, "" + first));
  }

  private String start(Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    List<String> all = new ArrayList<>(List.of(directory.toString()));
    all.addAll(arguments);
    int status = ChildJvm.start(main, output.toFile(), all).waitFor();
    String printed = Files.readString(output);
    if (status != 0) {
      Path current = directory.resolve(Mutator.CURRENT);
      throw new AssertionError(
          "exit status "
              + status
              + (Files.exists(current) ? ", last mutation " + Files.readString(current) : "")
              + "\n"
              + printed);
    }
    return printed;
  }
}
