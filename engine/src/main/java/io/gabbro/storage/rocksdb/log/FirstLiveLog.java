package io.gabbro.storage.rocksdb.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of the first log that holds changes which no table file has, by the {@code MANIFEST}:
 * each column family has a number of its own there. Logs of lower numbers are leftovers.
 */
final class FirstLiveLog implements LogScanner.Visitor {
  private static final Pattern MANIFEST = Pattern.compile("MANIFEST-(\\d+)\\s*");

  /** What a record may hold that cannot be skipped: all logs count then. */
  private boolean unknown;

  private final Map<Integer, Long> logs = new HashMap<>();

  private FirstLiveLog() {}

  /** The number for a directory; 0, which means all logs, where the MANIFEST does not tell it. */
  static long of(Path directory) throws IOException {
    String current = new String(Files.readAllBytes(directory.resolve("CURRENT")), UTF_8);
    Matcher matcher = MANIFEST.matcher(current);
    if (!matcher.matches()) {
      return 0;
    }
    Path manifest = directory.resolve(current.strip());
    if (!Files.exists(manifest)) {
      return 0;
    }
    FirstLiveLog first = new FirstLiveLog();
    LogScan scan =
        new LogScanner(manifest, Long.parseLong(matcher.group(1)), Integer.MAX_VALUE, first).scan();
    boolean told = !first.unknown && !scan.isDamaged();
    return told ? first.logs.values().stream().mapToLong(Long::longValue).min().orElse(0) : 0;
  }

  @Override
  public void record(byte[] edit, int length) {
    EditReader reader = new EditReader(edit, length);
    if (!reader.read()) {
      unknown = true;
    } else if (reader.isDrop()) {
      logs.remove(reader.family());
    } else if (reader.log() >= 0) {
      logs.merge(reader.family(), reader.log(), Math::max);
    }
  }
}
