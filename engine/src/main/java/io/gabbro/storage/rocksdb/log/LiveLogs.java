package io.gabbro.storage.rocksdb.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The list of files of a directory, and those of its logs that hold changes no table file has. */
final class LiveLogs {
  private static final System.Logger LOGGER = System.getLogger(LiveLogs.class.getName());
  private static final Pattern LOG = Pattern.compile("(\\d{1,18})\\.log");

  private final Path directory;
  private final Manifest manifest;
  private final List<LogFile> logs = new ArrayList<>();

  private LiveLogs(Path directory) throws IOException {
    this.directory = directory;
    manifest = Manifest.of(directory);
    if (manifest.unreadable().isEmpty()) {
      for (var log : paths(directory).tailMap(manifest.firstLiveLog()).entrySet()) {
        logs.add(LogFile.read(log.getValue(), log.getKey()));
      }
    }
  }

  /** Reads them; no logs when the list is not readable. */
  static LiveLogs read(Path directory) throws IOException {
    return new LiveLogs(directory);
  }

  /** The logs by their numbers, without empty ones. */
  private static SortedMap<Long, Path> paths(Path directory) throws IOException {
    SortedMap<Long, Path> paths = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher matcher = LOG.matcher(file.getFileName().toString());
        if (matcher.matches() && file.toFile().length() > 0) {
          paths.put(Long.parseLong(matcher.group(1)), file);
        }
      }
    }
    return paths;
  }

  /**
   * Looks for damage.
   *
   * @param logsAll whether a gap in front of the logs is a loss
   */
  LogFindings judge(boolean logsAll) {
    List<TornLog> torn = new ArrayList<>();
    Optional<LogDamage> damage = logsAll ? gap() : Optional.empty();
    if (damage.isEmpty()) {
      damage = damage(torn);
    }
    return new LogFindings(manifest.unreadable(), damage, damage.isEmpty() ? torn : List.of());
  }

  /** Changes that are missing between the last one of the list of files and the first one here. */
  private Optional<LogDamage> gap() {
    long last = manifest.lastSequence();
    if (last < 0 || logs.isEmpty() || logs.get(0).firstSequence() <= last + 1) {
      return Optional.empty();
    }
    LogFile log = logs.get(0);
    String what =
        "begins with change "
            + log.firstSequence()
            + ", but the MANIFEST ends with change "
            + last
            + ": an older log is lost, or the end of the MANIFEST";
    Optional<String> obstacle = manifest.flushed().ahead(manifest.firstLiveLog(), -1);
    return Optional.of(damage(what, log.path(), LogScan.whole(0), logs, obstacle));
  }

  private Optional<LogDamage> damage(List<TornLog> torn) {
    int tornAt = -1;
    long expected = -1;
    for (int index = 0; index < logs.size(); index++) {
      LogFile log = logs.get(index);
      if (tornAt >= 0 && (log.hasRecords() || log.scan().isDamaged())) {
        if (!log.follows(logs.get(tornAt), expected)) {
          return Optional.of(damageOf(tornAt, expected));
        }
        tornAt = -1;
      }
      expected = log.nextSequence() >= 0 ? log.nextSequence() : expected;
      if (log.scan().isDamaged()) {
        return Optional.of(damageOf(index, expected));
      }
      if (log.scan().isTorn()) {
        tornAt = tornAt >= 0 ? tornAt : index;
        tellTorn(log);
        torn.add(new TornLog(log.path(), log.scan().wholeBytes(), log.scan().size()));
      }
    }
    return Optional.empty();
  }

  private static void tellTorn(LogFile log) {
    LOGGER.log(
        System.Logger.Level.DEBUG,
        "the log \"{0}\" ends with {1} bytes of a commit that was not finished",
        log.path(),
        Long.toString(log.scan().size() - log.scan().wholeBytes()));
  }

  /**
   * The damage of one log.
   *
   * @param expected the number of the change behind the last one in front of it; -1 when it is not
   *     known
   */
  private LogDamage damageOf(int index, long expected) {
    LogFile first = logs.get(index);
    return damage(
        "is damaged at byte " + first.scan().wholeBytes(),
        first.path(),
        first.scan(),
        logs.subList(index + 1, logs.size()),
        manifest.flushed().ahead(first.number(), expected - 1));
  }

  /** The damage of a log that is missing, or ends before its end, which has no damaged record. */
  LogDamage incomplete(long number) throws IOException {
    Path file = directory.resolve(String.format(Locale.ROOT, "%06d.log", number));
    List<LogFile> behind = new ArrayList<>();
    long expected = -1;
    for (LogFile log : logs) {
      if (log.number() > number) {
        behind.add(log);
      } else if (log.nextSequence() >= 0) {
        expected = log.nextSequence();
      }
    }
    boolean exists = Files.exists(file);
    LogScan kept = LogScan.whole(exists ? Files.size(file) : 0);
    return damage(
        exists ? "ends before its end" : "is missing",
        file,
        kept,
        behind,
        manifest.flushed().ahead(number, expected - 1));
  }

  private static LogDamage damage(
      String what, Path file, LogScan scan, List<LogFile> behind, Optional<String> obstacle) {
    long bytes = scan.size() - scan.wholeBytes();
    long records = scan.recordsBehind();
    List<Path> later = new ArrayList<>();
    for (LogFile log : behind) {
      bytes += log.scan().size();
      records += log.scan().records() + log.scan().recordsBehind();
      later.add(log.path());
    }
    return new LogDamage(what, file, scan.wholeBytes(), bytes, records, later, obstacle);
  }
}
