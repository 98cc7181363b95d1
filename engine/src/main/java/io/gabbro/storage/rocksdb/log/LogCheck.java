package io.gabbro.storage.rocksdb.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

/**
 * Reads the write-ahead logs of a directory before RocksDB does, which would go on without a word
 * with what is in front of a damaged record. What is not valid at the very end is what a crash
 * leaves: a commit that was never acknowledged. Damage with valid records behind it is something
 * else.
 */
public final class LogCheck {
  private static final System.Logger LOGGER = System.getLogger(LogCheck.class.getName());
  private static final int ATTEMPTS = 5;
  private static final Pattern LOG = Pattern.compile("(\\d{1,18})\\.log");

  private final List<LogFile> logs = new ArrayList<>();
  private final List<TornLog> torn = new ArrayList<>();
  private Optional<LogDamage> damage = Optional.empty();

  private LogCheck() {}

  /**
   * Reads all logs of a directory that hold changes which no table file has.
   *
   * @param logsAll whether every change has been logged, so that a gap between the last change of
   *     the list of files and the first one of the logs is a loss
   * @return what they are like; a damage is told when it is still there at a second look: what
   *     another process is writing may be seen half
   */
  public static LogFindings of(Path directory, boolean logsAll) throws IOException {
    Optional<LogDamage> seen = Optional.empty();
    for (int attempt = 1; ; attempt++) {
      try {
        LogCheck check = attempt(directory, logsAll);
        Optional<LogDamage> damage = check.damage;
        if (damage.isEmpty() || attempt == ATTEMPTS || isSame(damage.get(), seen)) {
          return new LogFindings(damage, damage.isEmpty() ? check.torn : List.of());
        }
        seen = damage;
      } catch (NoSuchFileException e) {
        // The process that writes the directory has deleted a log meanwhile.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static boolean isSame(LogDamage damage, Optional<LogDamage> seen) {
    return seen.isPresent()
        && damage.file().equals(seen.get().file())
        && damage.offset() == seen.get().offset();
  }

  private static LogCheck attempt(Path directory, boolean logsAll) throws IOException {
    LogCheck check = new LogCheck();
    SortedMap<Long, Path> paths = paths(directory);
    if (paths.isEmpty()) {
      return check;
    }
    Manifest manifest = Manifest.of(directory);
    for (var log : paths.tailMap(manifest.firstLiveLog()).entrySet()) {
      check.logs.add(LogFile.read(log.getValue(), log.getKey()));
    }
    if (logsAll && manifest.lastSequence() >= 0) {
      check.compareWith(manifest.lastSequence());
    }
    if (check.damage.isEmpty()) {
      check.judge();
    }
    return check;
  }

  /** Looks for changes between the last one of the list of files and the first one of the logs. */
  private void compareWith(long last) {
    if (!logs.isEmpty() && logs.get(0).firstSequence() > last + 1) {
      LogFile log = logs.get(0);
      String what =
          "begins with change "
              + log.firstSequence()
              + ", but the MANIFEST ends with change "
              + last
              + ": an older log is lost, or the end of the MANIFEST";
      damage = Optional.of(damage(what, log.path(), 0, 0, 0, logs));
    }
  }

  /** What of the list of files is damaged, if anything is; also at a second look. */
  public static Optional<TornLog> unreadableManifest(Path directory) throws IOException {
    return Manifest.of(directory).unreadable().isEmpty()
        ? Optional.empty()
        : Manifest.of(directory).unreadable();
  }

  /**
   * The damage of a log that is missing, or ends before its end: all that it has is left, and what
   * the logs behind it have is lost.
   */
  public static LogDamage incomplete(Path directory, long number) throws IOException {
    Path file = directory.resolve(String.format(Locale.ROOT, "%06d.log", number));
    LogCheck check = new LogCheck();
    for (var log : paths(directory).tailMap(number + 1).entrySet()) {
      check.logs.add(LogFile.read(log.getValue(), log.getKey()));
    }
    boolean exists = Files.exists(file);
    String what = exists ? "ends before its end" : "is missing";
    return damage(what, file, exists ? Files.size(file) : 0, 0, 0, check.logs);
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

  private void judge() {
    int tornAt = -1;
    long expected = -1;
    for (int index = 0; index < logs.size(); index++) {
      LogFile log = logs.get(index);
      if (tornAt >= 0 && (log.hasRecords() || log.scan().isDamaged())) {
        if (!log.follows(expected)) {
          damage = Optional.of(damageOf(tornAt));
          return;
        }
        tornAt = -1;
      }
      if (log.scan().isDamaged()) {
        damage = Optional.of(damageOf(index));
        return;
      }
      expected = log.nextSequence() >= 0 ? log.nextSequence() : expected;
      if (log.scan().isTorn()) {
        tornAt = tornAt >= 0 ? tornAt : index;
        tellTorn(log);
        torn.add(new TornLog(log.path(), log.scan().wholeBytes(), log.scan().size()));
      }
    }
  }

  private static void tellTorn(LogFile log) {
    LOGGER.log(
        System.Logger.Level.DEBUG,
        "the log \"{0}\" ends with {1} bytes of a commit that was not finished",
        log.path(),
        Long.toString(log.scan().size() - log.scan().wholeBytes()));
  }

  private LogDamage damageOf(int index) {
    LogFile first = logs.get(index);
    LogScan scan = first.scan();
    return damage(
        "is damaged at byte " + scan.wholeBytes(),
        first.path(),
        scan.wholeBytes(),
        scan.size() - scan.wholeBytes(),
        scan.recordsBehind(),
        logs.subList(index + 1, logs.size()));
  }

  private static LogDamage damage(
      String what,
      Path file,
      long offset,
      long lostBytes,
      long lostRecords,
      List<LogFile> logsBehind) {
    long bytes = lostBytes;
    long records = lostRecords;
    List<Path> later = new ArrayList<>();
    for (LogFile log : logsBehind) {
      bytes += log.scan().size();
      records += log.scan().records() + log.scan().recordsBehind();
      later.add(log.path());
    }
    return new LogDamage(what, file, offset, bytes, records, later);
  }
}
