package io.gabbro.crash;

import io.gabbro.config.Option;
import io.gabbro.session.SqlTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A database as a kill leaves it, with table files on several levels and commits that are only in
 * its logs: what is to be damaged. All of its commits are in one order.
 */
public final class Specimen {
  private static final int COMMITS = 2400;
  private static final String ENDS = "ends";
  private static final String DATABASE = "specimen";

  private final Path directory;
  private final List<LogEnd> ends = new ArrayList<>();
  private final SortedMap<String, String> complete = states(COMMITS);

  private Specimen(Path directory) {
    this.directory = directory;
  }

  private static List<Work> works() {
    return List.of(
        new SingleRows("single", "(id INTEGER PRIMARY KEY, v TEXT)"),
        new SingleRows("mapped", "(id INTEGER PRIMARY KEY, v TEXT) USING raw"),
        new Transfers(),
        new Batches());
  }

  /** Makes one; the process ends without closing it. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    List<Work> works = works();
    StringBuilder ends = new StringBuilder();
    SqlTester sql = Writer.open(directory.resolve(DATABASE));
    sql.session().setOption(Option.DURABILITY, "os");
    works.forEach(work -> work.prepare(sql));
    for (int commit = 0; commit < COMMITS; commit++) {
      works.get(commit % works.size()).run(sql, commit / works.size());
      LogEnd end = LogEnd.of(directory.resolve(DATABASE));
      ends.append(end.number()).append(' ').append(end.length()).append('\n');
    }
    Files.writeString(directory.resolve(ENDS), ends);
    Thread.sleep(500); // compactions end
    Runtime.getRuntime().halt(0);
  }

  /** Reads what {@link #main} has made. */
  static Specimen of(Path directory) throws IOException {
    Specimen specimen = new Specimen(directory);
    for (String line : Files.readAllLines(directory.resolve(ENDS))) {
      String[] numbers = line.split(" ");
      specimen.ends.add(new LogEnd(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
    }
    return specimen;
  }

  Path database() {
    return directory.resolve(DATABASE);
  }

  /** What its tables hold after some of the commits. */
  private static SortedMap<String, String> states(int commits) {
    List<Work> works = works();
    SortedMap<String, String> all = new TreeMap<>();
    for (int work = 0; work < works.size(); work++) {
      SortedMap<String, String> state = new TreeMap<>();
      for (int commit = work; commit < commits; commit += works.size()) {
        works.get(work).apply(state, commit / works.size());
      }
      all.putAll(state);
    }
    return all;
  }

  /** Reads all tables of a database, by scans and by keys. */
  static SortedMap<String, String> read(SqlTester sql) {
    SortedMap<String, String> state = new TreeMap<>();
    works().forEach(work -> work.read(sql, state));
    return state;
  }

  /** How many of the commits make what was read: the largest such number; -1 when none does. */
  int commitsThatMake(SortedMap<String, String> state) {
    if (state.equals(complete)) {
      return COMMITS;
    }
    for (int commits = COMMITS - 1; commits >= 0 && commits >= firstInNewestLog(); commits--) {
      if (state.equals(states(commits))) {
        return commits;
      }
    }
    return -1;
  }

  int commits() {
    return COMMITS;
  }

  /** The newest log. */
  Path newestLog() {
    return LogEnd.file(database(), ends.get(COMMITS - 1).number());
  }

  /** How many commits lie in front of the newest log. */
  private int firstInNewestLog() {
    return commitsBefore(0);
  }

  /** How many commits lie in front of a byte of the newest log. */
  int commitsBefore(long offset) {
    long newest = ends.get(COMMITS - 1).number();
    int commits = 0;
    while (commits < COMMITS
        && (ends.get(commits).number() < newest || ends.get(commits).length() <= offset)) {
      commits++;
    }
    return commits;
  }
}
