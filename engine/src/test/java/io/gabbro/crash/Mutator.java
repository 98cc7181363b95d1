package io.gabbro.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gabbro.error.ErrorCode;
import io.gabbro.error.GabbroException;
import io.gabbro.session.SqlTester;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Damages copies of a {@link Specimen} and opens them: {@code main(directory, mutations, seconds,
 * seed, first)}. Each damage has to be told by an error, or to change nothing that can be read. The
 * file {@value #CURRENT} has the mutation that is being tried, for the case that it ends the JVM.
 */
public final class Mutator {
  static final String CURRENT = "mutation";

  private static final Set<ErrorCode> TOLD =
      EnumSet.of(ErrorCode.DATABASE_CORRUPTED, ErrorCode.IO_ERROR, ErrorCode.UNSUPPORTED_FORMAT);

  private final Path directory;
  private final Path copy;
  private final Specimen specimen;
  private final Map<String, Integer> outcomes = new TreeMap<>();

  private Mutator(Path directory) throws IOException {
    this.directory = directory;
    this.copy = directory.resolve("copy");
    this.specimen = Specimen.of(directory);
  }

  /** Prints the outcomes by kind; ends with status 1 when a damage is neither told nor harmless. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    Mutator mutator = new Mutator(Path.of(arguments[0]));
    int mutations = Integer.parseInt(arguments[1]);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2]));
    long seed = Long.parseLong(arguments[3]);
    int first = Integer.parseInt(arguments[4]);
    int failures = 0;
    int tried = 0;
    while (tried < mutations && System.nanoTime() < end) {
      int number = first + tried;
      tried++;
      try {
        mutator.attempt(new Random(seed + number), number);
      } catch (AssertionError | Exception e) {
        failures++;
        e.printStackTrace(out);
        out.println("seed " + seed + ", mutation " + number + ": " + mutator.current());
      }
    }
    mutator.outcomes.forEach((outcome, count) -> out.printf("%6d  %s%n", count, outcome));
    out.println(tried + " mutations, " + failures + " failures; seed " + seed);
    Runtime.getRuntime().halt(failures == 0 ? 0 : 1);
  }

  private String current() throws IOException {
    return Files.readString(directory.resolve(CURRENT));
  }

  private void attempt(Random random, int number) throws IOException {
    Directories.delete(copy);
    Files.createDirectories(copy);
    for (Path file : Directories.files(specimen.database())) {
      String name = file.getFileName().toString();
      if (!name.equals("LOCK") && !name.startsWith("LOG") && !name.equals("gabbro.lock")) {
        Files.createLink(copy.resolve(name), file);
      }
    }
    Mutation mutation = Mutation.apply(copy, random);
    String mode = random.nextBoolean() ? "readwrite" : "readonly";
    Files.writeString(directory.resolve(CURRENT), number + " " + mode + " " + mutation);
    String outcome = outcome(mutation, mode);
    outcomes.merge(mutation.fileKind() + ": " + outcome, 1, Integer::sum);
  }

  private String outcome(Mutation mutation, String mode) {
    boolean opened = false;
    try (SqlTester sql =
        new SqlTester(copy.toString(), Map.of("mode", mode, "block_cache", "8mb"))) {
      opened = true;
      int commits = specimen.commitsThatMake(Specimen.read(sql));
      return judge(mutation, commits);
    } catch (GabbroException e) {
      if (!TOLD.contains(e.code())) {
        throw new AssertionError(mutation + " gives " + e.code() + ": " + e.getMessage(), e);
      }
      return (opened ? "told when it is read, " : "told at the open, ") + e.code();
    }
  }

  private String judge(Mutation mutation, int commits) {
    if (commits == specimen.commits()) {
      return "nothing is lost";
    }
    if (commits < 0) {
      throw new AssertionError(mutation + ": what is read is not what any of the commits made");
    }
    boolean touchesNewestLog =
        mutation.fileKind() == Mutation.FileKind.LOG
            && mutation.file().equals(specimen.newestLog().getFileName().toString());
    long length = specimen.newestLog().toFile().length();
    boolean touchesLastCommit = specimen.commitsBefore(mutation.to() - 1) >= specimen.commits() - 1;
    if (touchesNewestLog
        && (mutation.to() >= length || touchesLastCommit)
        && commits >= specimen.commitsBefore(mutation.from())) {
      return "the end of the log is lost, what is left is a prefix";
    }
    throw new AssertionError(
        mutation + ": " + commits + " of " + specimen.commits() + " commits are left");
  }
}
