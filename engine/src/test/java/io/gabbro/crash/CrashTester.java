package io.gabbro.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Kills writers of a database again and again and verifies what they leave. */
final class CrashTester {
  private static final int ROUNDS_PER_DATABASE = 12;
  private static final int OPENING_MILLIS = 150;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Path directory;
  private final Random random;
  private final int workingMillis;
  private final PowerLoss powerLoss;
  private Map<String, Progress> known = fresh();
  private Path database;
  private int rounds;
  private int kills;
  private int powerLosses;
  private long acknowledged;

  /**
   * A tester.
   *
   * @param directory an empty one, for its files
   * @param workingMillis how long a writer works at most before it is killed
   */
  CrashTester(Path directory, long seed, int workingMillis) {
    this.directory = directory;
    this.workingMillis = workingMillis;
    this.random = new Random(seed);
    this.powerLoss = new PowerLoss(random);
  }

  private static Map<String, Progress> fresh() {
    Map<String, Progress> none = new LinkedHashMap<>();
    Works.all().forEach((name, work) -> none.put(name, new Progress(work)));
    return none;
  }

  /** One writer is started, killed, and verified. */
  void round() throws Exception {
    if (rounds % ROUNDS_PER_DATABASE == 0) {
      if (database != null) {
        Directories.delete(database);
        Directories.delete(Directories.backups(database));
      }
      known = fresh();
      database = directory.resolve("database" + rounds);
    }
    rounds++;
    Path journal = directory.resolve("journal" + rounds);
    List<String> workers = new ArrayList<>();
    known.forEach((name, progress) -> workers.add(name + "=" + progress.next()));
    runAndKill(journal, workers, random.nextInt(4) == 0);
    History history = History.read(journal);
    if (history.failure() != null) {
      throw new AssertionError(history.failure() + "\n" + output());
    }
    if (random.nextInt(4) == 0) {
      runAndKill(directory.resolve("journal" + rounds + "-opening"), List.of(), true);
    } else if (Files.exists(database)) {
      losePower(history);
    }
    Verifier verifier = new Verifier(known, history);
    Map<String, Verifier.Match> matches =
        verifier.verify(database, History.Steps::lastAcknowledged);
    matches.forEach((name, match) -> known.put(name, match.least()));
    for (String name : known.keySet()) {
      acknowledged += history.steps(name).acknowledgements();
    }
    Files.deleteIfExists(journal);
  }

  /** The same on copies that have lost the end of the log. */
  private void losePower(History history) throws IOException {
    Verifier verifier = new Verifier(known, history);
    for (boolean keepsSynced : new boolean[] {true, false}) {
      Path copy = directory.resolve("copy");
      Directories.delete(copy);
      Directories.copy(database, copy);
      String done = powerLoss.happen(copy, keepsSynced ? history.synced() : LogEnd.NONE);
      try {
        verifier.verifyPrefix(
            verifier.verify(copy, steps -> keepsSynced ? steps.lastSynced() : -1));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(done + ": " + e.getMessage(), e);
      }
      powerLosses++;
    }
  }

  private void runAndKill(Path journal, List<String> workers, boolean whileItOpens)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(database.toString(), journal.toString()));
    arguments.addAll(workers);
    Process writer = ChildJvm.start(Writer.class, directory.resolve("output").toFile(), arguments);
    try {
      await(writer, journal, whileItOpens ? "opening\n" : "ready\n");
      Thread.sleep(random.nextInt(whileItOpens ? OPENING_MILLIS : workingMillis));
    } finally {
      writer.destroyForcibly().waitFor();
    }
    kills++;
  }

  private void await(Process writer, Path journal, String line)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!Files.exists(journal) || !Files.readString(journal).contains(line)) {
      if (!writer.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError(
            "the writer does not get to \"" + line.strip() + "\"\n" + output());
      }
      Thread.sleep(5);
    }
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve("output"));
  }

  int kills() {
    return kills;
  }

  int powerLosses() {
    return powerLosses;
  }

  long acknowledged() {
    return acknowledged;
  }

  @Override
  public String toString() {
    return kills
        + " kills, "
        + acknowledged
        + " acknowledged commits, "
        + powerLosses
        + " losses of power";
  }
}
