package io.gabbro.storage.rocksdb.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the {@code MANIFEST}, RocksDB's list of files, says of the logs: which is the first that
 * holds changes which no table file has, and to which change the list goes.
 */
final class Manifest implements LogScanner.Visitor {
  private static final Pattern NAME = Pattern.compile("MANIFEST-(\\d{1,18})\\s*");

  /** What a record may hold that cannot be skipped: all logs count then. */
  private boolean unknown;

  private final Map<Integer, Long> logs = new HashMap<>();
  private final FlushedChanges flushed = new FlushedChanges();
  private String identity;
  private long firstToKeep;
  private long lastSequence = -1;
  private Optional<TornLog> unreadable = Optional.empty();

  private final Set<Integer> families = new HashSet<>(Set.of(0));
  private int largestFamily;

  private Manifest() {}

  /** Reads the list of a directory. */
  static Manifest of(Path directory) throws IOException {
    Manifest manifest = new Manifest();
    String current = new String(Files.readAllBytes(directory.resolve("CURRENT")), UTF_8);
    Matcher matcher = NAME.matcher(current);
    if (!matcher.matches()) {
      manifest.unknown = true;
      manifest.flushed.addUnknown();
      return manifest;
    }
    Path file = directory.resolve(current.strip());
    if (Files.exists(file)) {
      long number = Long.parseLong(matcher.group(1));
      LogScan scan = new LogScanner(file, number, Integer.MAX_VALUE, manifest).scan();
      manifest.unknown |= scan.isDamaged();
      TornLog end = new TornLog(file, scan.wholeBytes(), scan.size());
      if (scan.isDamaged() || (scan.isTorn() && !end.isCutShort())) {
        manifest.unreadable = Optional.of(end);
      }
    } else {
      manifest.unknown = true;
      manifest.flushed.addUnknown();
    }
    return manifest;
  }

  /** The number of the first log that counts; 0, which means all of them, if that is not told. */
  long firstLiveLog() {
    long first = logs.values().stream().mapToLong(Long::longValue).min().orElse(0);
    return unknown ? 0 : Math.max(firstToKeep, first);
  }

  /** The sequence number of the last change that the list knows of; -1 if that is not told. */
  long lastSequence() {
    return unknown || hasDropped() ? -1 : lastSequence;
  }

  /**
   * Whether a column family was ever dropped, whose last changes reach neither this list nor a
   * table: numbers are not used again, and a list that RocksDB writes anew still tells the
   * greatest.
   */
  private boolean hasDropped() {
    return largestFamily >= families.size();
  }

  /** What the database calls itself; null if that is not told. */
  String identity() {
    return identity;
  }

  /** How far the table files go. */
  FlushedChanges flushed() {
    return flushed;
  }

  /** What RocksDB must not read: it would report some of it, and read some of it for ever. */
  Optional<TornLog> unreadable() {
    return unreadable;
  }

  @Override
  public void record(byte[] edit, int length) {
    EditReader reader = new EditReader(edit, length);
    if (!reader.read()) {
      unknown = true;
      flushed.addUnknown();
      return;
    }
    flushed.add(reader);
    identity = reader.identity() == null ? identity : reader.identity();
    firstToKeep = Math.max(firstToKeep, reader.firstLogToKeep());
    lastSequence = Math.max(lastSequence, reader.lastSequence());
    largestFamily = Math.max(largestFamily, Math.max(reader.family(), reader.largestFamily()));
    if (reader.name() != null) {
      families.add(reader.family());
    }
    if (reader.isDrop()) {
      families.remove(reader.family());
      logs.remove(reader.family());
    } else if (reader.log() >= 0) {
      logs.merge(reader.family(), reader.log(), Math::max);
    }
  }
}
